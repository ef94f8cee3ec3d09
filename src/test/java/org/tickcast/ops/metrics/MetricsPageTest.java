package org.tickcast.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/metrics.md says what there is, and all of it; alert rules and the board ask for nothing else. */
class MetricsPageTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9_]+)` \\| (gauge|counter|histogram) \\|");
    private static final Pattern TYPE = Pattern.compile("^# TYPE ([a-z0-9_]+) (gauge|counter|histogram)$");
    /** A name of ours or of the JVM, and in Prometheus' language behind no bracket of labels. */
    private static final Pattern NAME = Pattern.compile(
            "\\b(?:tickcast|websocket|ws|ssi|jvm|process|system|http|alert_signals|trade)_[a-z0-9_]+\\b");

    @Test
    void the_page_has_each_metric_with_its_type_and_no_other() throws IOException {
        assertThat(onThePage()).containsExactlyInAnyOrderEntriesOf(FullRegistry.types());
    }

    @Test
    void the_alert_rules_ask_for_metrics_that_there_are() throws IOException {
        assertAsksForWhatThereIs(Path.of("src/deploy/prometheus/alerts.yml"));
    }

    @Test
    void the_autoscaler_asks_for_metrics_that_there_are() throws IOException {
        assertAsksForWhatThereIs(Path.of("src/deploy/kubernetes/tickcast.yaml"));
        assertAsksForWhatThereIs(Path.of("docs/deploy.md"));
    }

    @Test
    void the_runbook_looks_at_metrics_that_there_are() throws IOException {
        assertAsksForWhatThereIs(Path.of("docs/runbook.md"));
    }

    @Test
    void the_board_asks_for_metrics_that_there_are() throws IOException {
        assertAsksForWhatThereIs(Path.of("src/deploy/grafana/tickcast.json"));
    }

    private static void assertAsksForWhatThereIs(Path file) throws IOException {
        Map<String, String> types = FullRegistry.types();

        assertThat(NAME.matcher(Files.readString(file)).results().map(found -> withoutSuffix(found.group(), types)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(types).containsKey(name));
    }

    /** A histogram is asked for by its buckets, their number and their sum. */
    private static String withoutSuffix(String name, Map<String, String> types) {
        String base = name.replaceFirst("_(bucket|count|sum)$", "");
        return "histogram".equals(types.get(base)) ? base : name;
    }

    private static Map<String, String> onThePage() throws IOException {
        return table(Files.readAllLines(Path.of("docs/metrics.md")).stream(), ROW);
    }

    static Map<String, String> table(Stream<String> lines, Pattern row) {
        Map<String, String> types = new TreeMap<>();
        lines.map(row::matcher)
                .filter(java.util.regex.Matcher::find)
                .forEach(found -> types.put(found.group(1), found.group(2)));
        return types;
    }

    /** One of everything. */
    private static final class FullRegistry {

        static Map<String, String> types() {
            try (MeteredWorld world = new MeteredWorld()) {
                world.somethingOfEachKindHappens();
                return table(world.text().lines(), TYPE);
            }
        }
    }
}
