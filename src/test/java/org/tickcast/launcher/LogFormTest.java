package org.tickcast.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One event is one line, for whoever reads it. */
class LogFormTest {

    private static final Instant AT = Instant.parse("2026-11-21T05:15:10.247Z");

    @Test
    void for_a_person_a_line_has_the_time_the_level_and_the_words() {
        String line = LogForm.TEXT.line(entry("The {0} feed is {1}", "simulated", "connected"));

        assertThat(line)
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.247 INFO    The simulated feed is connected\\R");
    }

    @Test
    void for_a_program_it_is_an_object_that_also_names_the_logger() {
        JsonObject line = read(LogForm.JSON.line(entry("The {0} feed is {1}", "simulated", "connected")));

        assertThat(line.keySet()).containsExactly("at", "level", "logger", "message");
        assertThat(line.getString("at")).isEqualTo("2026-11-21T05:15:10.247Z");
        assertThat(line.getString("level")).isEqualTo("INFO");
        assertThat(line.getString("logger")).isEqualTo("org.tickcast.feed.FeedSupervisor");
        assertThat(line.getString("message")).isEqualTo("The simulated feed is connected");
    }

    @Test
    void what_was_thrown_is_on_the_same_line_of_a_program_and_below_that_of_a_person() {
        LogRecord entry = entry("The tick fails");
        entry.setThrown(new IllegalStateException("no board"));

        assertThat(read(LogForm.JSON.line(entry)).getString("error"))
                .startsWith("java.lang.IllegalStateException: no board\n\tat ");
        assertThat(LogForm.TEXT.line(entry)).containsPattern("The tick fails\\Rjava.lang.IllegalStateException");
    }

    @Test
    void no_words_end_a_line_of_a_program_or_change_what_it_says() {
        String words = "a\"b\\c\nd\r\u2028e\tĐà Nẵng \ud83d\ude00 \u202e\u0000";

        String line = LogForm.JSON.line(entry(words));

        assertThat(line.strip()).matches("[ -~]+");
        assertThat(read(line).getString("message")).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"json, , JSON", "text, json, TEXT", ", json, JSON", ", , TEXT", "'', json, JSON", "xml, , TEXT"})
    void it_is_set_by_a_property_or_else_by_the_environment(String property, String variable, LogForm form) {
        Properties system = new Properties();
        if (property != null) {
            system.setProperty("tickcast.log.format", property);
        }

        assertThat(LogForm.of(system, variable == null ? Map.of() : Map.of("TICKCAST_LOG_FORMAT", variable)))
                .isEqualTo(form);
    }

    @Test
    void lines_of_the_audit_log_are_json_already_and_stay_as_they_are() {
        LogRecord entry = entry("{\"event\":\"drain\"}");
        entry.setLoggerName("tickcast.audit");

        for (LogForm form : List.of(LogForm.TEXT, LogForm.JSON)) {
            assertThat(new LineFormatter(form).format(entry)).isEqualToIgnoringNewLines("{\"event\":\"drain\"}");
        }
    }

    private static LogRecord entry(String words, Object... parameters) {
        LogRecord entry = new LogRecord(Level.INFO, words);
        entry.setInstant(AT);
        entry.setLoggerName("org.tickcast.feed.FeedSupervisor");
        entry.setParameters(parameters);
        return entry;
    }

    private static JsonObject read(String line) {
        assertThat(line.lines()).hasSize(1);
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
