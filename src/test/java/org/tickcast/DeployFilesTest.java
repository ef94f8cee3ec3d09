package org.tickcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What is shipped for others to run, and cannot be run here: the promises in it, read off the files. */
class DeployFilesTest {

    private static final Path KUBERNETES = Path.of("src/deploy/kubernetes/tickcast.yaml");
    private static final Path CONTAINER = Path.of("src/deploy/container/Containerfile");
    private static final Path UNIT = Path.of("src/deploy/systemd/tickcast.service");
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);
    private static final Pattern VARIABLE = Pattern.compile("\\b(?:TICKCAST|MP)_[A-Z_]+");

    private final Map<String, Node> manifests = manifests();
    private final Node pod = manifest("Deployment").at("spec", "template", "spec");
    private final Node container = pod.at("containers").first();

    @Test
    void there_is_all_that_a_cluster_wants_to_know_and_each_part_means_the_same_pods() {
        Object labels = manifest("Deployment")
                .at("spec", "template", "metadata", "labels")
                .value();

        assertThat(manifests.keySet())
                .containsExactlyInAnyOrder(
                        "Deployment", "Service", "PodDisruptionBudget", "HorizontalPodAutoscaler", "NetworkPolicy");
        assertThat(manifest("Deployment").at("spec", "selector", "matchLabels").value())
                .isEqualTo(labels);
        assertThat(manifest("Service").at("spec", "selector").value()).isEqualTo(labels);
        assertThat(manifest("PodDisruptionBudget")
                        .at("spec", "selector", "matchLabels")
                        .value())
                .isEqualTo(labels);
        assertThat(manifest("NetworkPolicy")
                        .at("spec", "podSelector", "matchLabels")
                        .value())
                .isEqualTo(labels);
        assertThat(manifest("HorizontalPodAutoscaler")
                        .at("spec", "scaleTargetRef", "name")
                        .value())
                .isEqualTo(manifest("Deployment").at("metadata", "name").value());
    }

    @Test
    void the_probes_ask_what_the_server_answers() {
        assertThat(container.at("startupProbe", "httpGet", "path").value()).isEqualTo("/health/started");
        assertThat(container.at("livenessProbe", "httpGet", "path").value()).isEqualTo("/health/live");
        assertThat(container.at("readinessProbe", "httpGet", "path").value()).isEqualTo("/health/ready");
        assertThat(container.at("ports").first().at("name").value())
                .isEqualTo(container.at("readinessProbe", "httpGet", "port").value());
    }

    @Test
    void a_pod_is_given_the_time_to_let_everybody_go() {
        List<?> pause = (List<?>)
                container.at("lifecycle", "preStop", "exec", "command").value();
        long before = Long.parseLong((String) pause.get(1));
        long drain =
                Duration.parse(environment().get("TICKCAST_DRAIN_DEADLINE")).toSeconds();

        assertThat((Integer) pod.at("terminationGracePeriodSeconds").value()).isGreaterThan((int) (before + drain));
    }

    @Test
    void a_pod_may_nothing_that_it_does_not_need() {
        Node rights = container.at("securityContext");

        assertThat(pod.at("securityContext", "runAsNonRoot").value()).isEqualTo(true);
        assertThat(pod.at("automountServiceAccountToken").value()).isEqualTo(false);
        assertThat(rights.at("readOnlyRootFilesystem").value()).isEqualTo(true);
        assertThat(rights.at("allowPrivilegeEscalation").value()).isEqualTo(false);
        assertThat(rights.at("capabilities", "drop").value()).isEqualTo(List.of("ALL"));
        assertThat(container.at("volumeMounts").first().at("mountPath").value()).isEqualTo("/tmp");
        assertThat(container.at("resources", "limits", "memory").value())
                .isEqualTo(container.at("resources", "requests", "memory").value());
    }

    @Test
    void secrets_come_from_where_secrets_are() {
        assertThat(environment()).doesNotContainKey("TICKCAST_AUTH_TOKEN");
        assertThat(pod.at("enableServiceLinks").value()).isEqualTo(false);
    }

    @Test
    void every_setting_that_is_named_is_one() throws IOException {
        Set<String> settings = settings();

        for (Path file : List.of(KUBERNETES, CONTAINER, UNIT)) {
            assertThat(VARIABLE.matcher(Files.readString(file)).results().map(MatchResult::group))
                    .as(file.toString())
                    .allMatch(settings::contains);
        }
    }

    @Test
    void the_container_has_a_user_of_its_own_and_says_how_it_is() throws IOException {
        String file = Files.readString(CONTAINER);
        List<String> lines = file.lines().toList();

        assertThat(lines)
                .contains("USER " + pod.at("securityContext", "runAsUser").value());
        assertThat(lines.indexOf("USER 10001"))
                .isLessThan(lines.indexOf("ENTRYPOINT [\"java\", \"-jar\", \"/opt/tickcast/tickcast.jar\"]"));
        assertThat(file).contains("HEALTHCHECK ").contains("/health/live").contains("COPY tickcast.jar ");
    }

    @Test
    void systemd_waits_until_everybody_is_gone_and_takes_the_end_by_a_signal_for_a_good_one() throws IOException {
        Properties unit = new Properties();
        unit.load(Files.newBufferedReader(UNIT));

        assertThat(Long.parseLong(unit.getProperty("TimeoutStopSec"))).isGreaterThan(LONGEST_DRAIN.toSeconds());
        assertThat(unit).containsEntry("SuccessExitStatus", "143").containsEntry("NoNewPrivileges", "yes");
    }

    private Map<String, String> environment() {
        Map<String, String> values = new TreeMap<>();
        for (Object entry : (List<?>) container.at("env").value()) {
            Map<?, ?> variable = (Map<?, ?>) entry;
            if (variable.get("value") instanceof String value) {
                values.put((String) variable.get("name"), value);
            }
        }
        return values;
    }

    private static Set<String> settings() throws IOException {
        Properties shipped = new Properties();
        shipped.load(Files.newBufferedReader(Path.of("src/main/resources/META-INF/microprofile-config.properties")));
        Set<String> names = shipped.stringPropertyNames().stream()
                .map(name -> name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        names.add("MP_CONFIG_PROFILE");
        return names;
    }

    private Node manifest(String kind) {
        Node found = manifests.get(kind);
        assertThat(found).as(kind).isNotNull();
        return Objects.requireNonNull(found);
    }

    private static Map<String, Node> manifests() {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try {
            Iterable<Object> all = yaml.loadAll(Files.readString(KUBERNETES));
            return StreamSupport.stream(all.spliterator(), false)
                    .map(Node::new)
                    .collect(Collectors.toMap(node -> (String) node.at("kind").value(), node -> node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A place in a YAML document. */
    private record Node(Object value) {

        Node at(String... names) {
            Node found = this;
            for (String name : names) {
                found = found.member(name);
            }
            return found;
        }

        private Node member(String name) {
            Object member = ((Map<?, ?>) value).get(name);
            return new Node(Objects.requireNonNull(member, name));
        }

        Node first() {
            return new Node(Objects.requireNonNull(((List<?>) value).get(0)));
        }
    }
}
