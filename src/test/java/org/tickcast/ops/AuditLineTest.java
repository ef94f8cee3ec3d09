package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written, a line is one line, is JSON, and is not long. */
class AuditLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lan",
                "a\"b\\c",
                "a\r\nb",
                "\u0000\u0007\u001b[31m\u007f\u0085",
                "a\u2028b\u2029c",
                "\u202eevil\u200b",
                "Nguyễn Văn An 🔑",
                "{0} %s ${x}"
            })
    void what_goes_in_comes_out_on_one_line_and_shows_as_it_is(String text) {
        String line = new AuditLine(AuditEvent.ADMITTED, TEN).text("who", text).end();

        assertThat(line.codePoints())
                .allMatch(c -> Character.getType(c) != Character.CONTROL
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.LINE_SEPARATOR
                        && Character.getType(c) != Character.PARAGRAPH_SEPARATOR);
        assertThat(who(line)).isEqualTo(text);
    }

    @Test
    void half_a_character_is_written_as_what_it_is() {
        String line =
                new AuditLine(AuditEvent.ADMITTED, TEN).text("who", "a\uD83D").end();

        assertThat(line).endsWith("\"who\":\"a\\ud83d\"}");
    }

    @Test
    void what_is_long_is_cut_and_shows_it() {
        String line = new AuditLine(AuditEvent.ADMITTED, TEN)
                .text("who", "🔑".repeat(100_000))
                .end();

        assertThat(who(line)).isEqualTo("🔑".repeat(AuditLine.LONGEST_TEXT) + "…");
    }

    @Test
    void what_is_not_known_is_left_out() {
        String line = new AuditLine(AuditEvent.ADMITTED, TEN)
                .text("who", null)
                .time("expires_at", null)
                .number("code", 7)
                .end();

        assertThat(line).isEqualTo("{\"event\":\"admitted\",\"at\":\"" + TEN + "\",\"code\":7}");
    }

    private static String who(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject().getString("who");
        }
    }
}
