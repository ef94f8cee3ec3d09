package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/operating.md has each setting once, with all that somebody has to know who sets it. */
class SettingsPageTest {

    @Test
    void every_setting_that_is_shipped_has_a_row_with_its_whole_name_and_its_default() throws IOException {
        List<Row> rows = rows();

        assertThat(ShippedSettings.defaults())
                .allSatisfy((name, value) -> assertThat(rows)
                        .filteredOn(row -> row.names().contains("`" + name + "`"))
                        .singleElement()
                        .satisfies(row -> assertThat(row.defaults()).contains(value)));
    }

    @Test
    void every_row_says_what_may_be_set_what_it_does_and_when_to_touch_it() throws IOException {
        assertThat(rows())
                .extracting(Row::cells)
                .allSatisfy(cells -> assertThat(cells).hasSize(5).noneMatch(String::isBlank));
    }

    private static List<Row> rows() throws IOException {
        String page = Files.readString(Path.of("docs/operating.md"));
        String settings =
                page.substring(page.indexOf("\n## Settings\n"), page.indexOf("\n### Limits that are not settings\n"));
        return settings.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| setting |"))
                .map(line -> new Row(
                        Arrays.asList(line.substring(2, line.length() - 2).split(" \\| ", -1))))
                .toList();
    }

    private record Row(List<String> cells) {

        String names() {
            return cells.get(0);
        }

        String defaults() {
            return cells.get(1);
        }
    }
}
