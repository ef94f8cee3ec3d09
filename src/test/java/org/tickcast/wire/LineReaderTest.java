package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A stream comes in lines, and each one knows where it is. */
class LineReaderTest {

    @Test
    void each_line_knows_its_number_and_its_place() throws IOException {
        assertThat(lines("ab\n\r\ncä\r\nd", 100))
                .containsExactly(
                        new Line(1, 0, "ab", false, true),
                        new Line(2, 3, "", false, true),
                        new Line(3, 5, "cä", false, true),
                        new Line(4, 10, "d", false, false));
    }

    @Test
    void an_empty_stream_has_no_line() throws IOException {
        assertThat(lines("", 100)).isEmpty();
    }

    @Test
    void of_a_line_that_is_too_long_only_the_beginning_is_kept_and_the_next_one_is_whole() throws IOException {
        assertThat(lines("x".repeat(1_000_000) + "\nabc\nabcd\n", 3))
                .containsExactly(
                        new Line(1, 0, "xxx", true, true),
                        new Line(2, 1_000_001, "abc", false, true),
                        new Line(3, 1_000_005, "abc", true, true));
    }

    @Test
    void a_long_line_that_is_not_too_long_is_kept_whole() throws IOException {
        String text = "0123456789".repeat(6_000);

        assertThat(lines(text + "\n", EventCodec.LONGEST_LINE)).containsExactly(new Line(1, 0, text, false, true));
    }

    private static List<Line> lines(String stream, int longest) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (LineReader reader =
                new LineReader(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)), longest)) {
            for (@Nullable Line line = reader.next(); line != null; line = reader.next()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
