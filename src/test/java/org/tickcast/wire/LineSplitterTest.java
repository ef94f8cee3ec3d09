package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wherever a stream is cut into pieces, its lines are the same. */
class LineSplitterTest {

    private static final String STREAM = "ab\n\r\ncä\r\n" + "x".repeat(20) + "\nđ";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 100})
    void pieces_of_any_size_make_the_same_lines(int size) {
        assertThat(lines(STREAM, size))
                .containsExactly(
                        new Line(1, 0, "ab", false, true),
                        new Line(2, 3, "", false, true),
                        new Line(3, 5, "cä", false, true),
                        new Line(4, 10, "x".repeat(8), true, true),
                        new Line(5, 31, "đ", false, false));
    }

    private static List<Line> lines(String stream, int size) {
        LineSplitter splitter = new LineSplitter(8);
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        List<Line> lines = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += size) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, from, Math.min(size, bytes.length - from));
            for (@Nullable Line line = splitter.next(piece); line != null; line = splitter.next(piece)) {
                lines.add(line);
            }
        }
        Line rest = splitter.rest();
        assertThat(splitter.rest()).isNull();
        if (rest != null) {
            lines.add(rest);
        }
        return lines;
    }
}
