package org.tickcast;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house: which package may use which, and which are plain Java. docs/architecture.md shows the same table. */
class PackageRulesTest {

    private static final String ROOT = "org.tickcast";

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("market", Set.of()),
            entry("market.alert", Set.of("market")),
            entry("wire", Set.of("market", "market.alert")),
            entry("broadcast", Set.of("market", "market.alert", "wire")),
            entry("feed", Set.of("market", "wire")),
            entry("feed.log", Set.of("market", "wire", "broadcast", "feed", "cluster")),
            entry("cluster", Set.of()),
            entry("cluster.redis", Set.of("cluster")),
            entry("admission", Set.of("cluster", "wire")),
            entry("admission.jwt", Set.of("admission", "wire")),
            entry("admission.rate", Set.of("admission", "cluster", "wire")),
            entry("socket.line", Set.of("wire")),
            entry("socket", Set.of("admission", "admission.rate", "broadcast", "wire", "market", "socket.line")),
            entry("hub", Set.of("admission", "cluster", "wire")),
            entry("hub.socket", Set.of("admission", "admission.rate", "hub", "socket", "wire")),
            entry(
                    "rest",
                    Set.of(
                            "admission",
                            "admission.jwt",
                            "admission.rate",
                            "broadcast",
                            "feed",
                            "wire",
                            "market",
                            "market.alert",
                            "hub",
                            "socket")),
            entry(
                    "ops.metrics",
                    Set.of("market", "market.alert", "wire", "broadcast", "feed", "admission", "socket", "hub")),
            entry(
                    "ops",
                    Set.of(
                            "ops.metrics",
                            "market",
                            "market.alert",
                            "wire",
                            "broadcast",
                            "feed",
                            "admission",
                            "admission.jwt",
                            "admission.rate",
                            "cluster",
                            "cluster.redis",
                            "socket",
                            "hub",
                            "rest")),
            entry(
                    "wiring",
                    Set.of(
                            "market",
                            "market.alert",
                            "wire",
                            "broadcast",
                            "feed",
                            "feed.log",
                            "admission",
                            "admission.jwt",
                            "admission.rate",
                            "socket",
                            "socket.line",
                            "cluster",
                            "cluster.redis",
                            "hub",
                            "hub.socket",
                            "rest",
                            "ops",
                            "ops.metrics")),
            entry("page", Set.of()),
            entry("launcher", Set.of()));

    /** A pure package uses the JDK and annotations, and the one library or API that is its subject. */
    private static final Map<String, List<String>> PURE = Map.ofEntries(
            entry("market", List.of()),
            entry("market.alert", List.of()),
            entry("wire", List.of("jakarta.json..")),
            entry("broadcast", List.of()),
            entry("feed", List.of()),
            entry("feed.log", List.of()),
            entry("cluster", List.of()),
            entry("admission", List.of()),
            entry("admission.jwt", List.of("com.nimbusds..", "jakarta.json..")),
            entry("admission.rate", List.of("io.github.bucket4j..")),
            entry("hub", List.of()),
            entry("launcher", List.of("fish.payara.micro..")));

    private static final List<String> ANNOTATIONS = List.of("org.jspecify..", "com.google.errorprone.annotations..");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @TestFactory
    Stream<DynamicTest> each_package_uses_only_what_its_row_lists() {
        return eachRow(MAY_USE, (name, mayUse) -> {
            Stream<String> allowed =
                    Stream.concat(Stream.of(name), mayUse.stream()).map(PackageRulesTest::inside);
            classes()
                    .that()
                    .resideInAPackage(inside(name))
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                            .or(resideInAPackage(ROOT + "..").negate()))
                    .check(HOUSE);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_pure_package_is_plain_Java() {
        return eachRow(PURE, (name, alsoUses) -> {
            Stream<String> allowed = Stream.of(List.of("java..", ROOT + ".."), ANNOTATIONS, alsoUses)
                    .flatMap(List::stream);
            classes()
                    .that()
                    .resideInAPackage(inside(name))
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                    .check(HOUSE);
        });
    }

    @Test
    void no_packages_use_each_other_in_a_circle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void only_wiring_reads_the_configuration() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("wiring"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.microprofile.config..")
                .check(HOUSE);
    }

    @Test
    void only_the_reader_of_signed_tokens_knows_Nimbus() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("admission.jwt"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.nimbusds..")
                .check(HOUSE);
    }

    @Test
    void only_the_rates_know_the_library_that_counts_for_them() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("admission.rate"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.bucket4j..")
                .check(HOUSE);
    }

    @Test
    void only_one_package_knows_the_client_of_Redis() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("cluster.redis"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.lettuce..", "io.netty..")
                .check(HOUSE);
    }

    @Test
    void only_the_metrics_know_the_library_that_keeps_them() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("ops.metrics"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(HOUSE);
    }

    @Test
    void every_package_has_a_row() {
        Set<String> packages = HOUSE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    private static <V> Stream<DynamicTest> eachRow(Map<String, V> table, BiConsumer<String, V> rule) {
        return table.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> rule.accept(row.getKey(), row.getValue())));
    }

    /** The package alone: one inside it, such as {@code market.alert} in {@code market}, has its own row. */
    private static String inside(String name) {
        return ROOT + "." + name;
    }
}
