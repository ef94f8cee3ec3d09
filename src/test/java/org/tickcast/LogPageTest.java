package org.tickcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickcast.testing.LogLine;

/** What the pages say stands in the log can stand there, and what an operator may find there is on the page. */
class LogPageTest {

    private static final Path OPERATING = Path.of("docs/operating.md");
    /** A sentence of the log in a text, begun with a capital as no name of anything is. It may be broken into two lines. */
    private static final Pattern QUOTED = Pattern.compile("`([A-Z][a-z]* [^`]+)`");
    /** A line of the log as it is printed. */
    private static final Pattern PRINTED = Pattern.compile("(?m)^ +20[-0-9]+ [.:0-9]+ [A-Z]+ +(.+)$");
    /** What is repeated is named where it is begun, and the line says that name. */
    private static final Pattern REPEATED = Pattern.compile("The (.+) (?:fails|works again), .*");

    private static final List<LogLine> LOGGED = new ArrayList<>();

    @BeforeAll
    static void readTheSource() throws IOException {
        LOGGED.addAll(LogLine.all());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_line_that_a_page_quotes_is_one_that_is_logged(Path page) throws IOException {
        assertThat(linesOf(page)).allSatisfy(quoted -> assertThat(LOGGED).anyMatch(line -> line.canRead(quoted)));
    }

    @Test
    void the_pages_for_operators_quote_what_they_look_for() throws IOException {
        assertThat(linesOf(OPERATING)).hasSizeGreaterThan(30);
        assertThat(linesOf(Path.of("docs/runbook.md"))).hasSizeGreaterThan(3);
    }

    @Test
    void every_line_from_info_on_is_explained() throws IOException {
        List<String> explained = linesOf(OPERATING).toList();

        assertThat(LOGGED)
                .filteredOn(LogLine::isForOperators)
                .allSatisfy(line -> assertThat(explained).anyMatch(line::canRead));
    }

    @Test
    void work_that_the_page_says_may_fail_goes_by_that_name() throws IOException {
        String sources = sources();

        assertThat(linesOf(OPERATING).map(REPEATED::matcher).filter(Matcher::matches))
                .hasSizeGreaterThan(3)
                .allSatisfy(found -> assertThat(sources).contains("\"" + found.group(1) + "\", "));
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : LogLine.javaFiles()) {
            all.append(Files.readString(file));
        }
        return all.toString();
    }

    private static Stream<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            return pages.filter(page -> page.toString().endsWith(".md")).toList().stream();
        }
    }

    private static Stream<String> linesOf(Path page) throws IOException {
        String text = Files.readString(page);
        return Stream.concat(
                        QUOTED.matcher(text).results(), PRINTED.matcher(text).results())
                .map(found -> found.group(1).replaceAll("\\s+", " "));
    }
}
