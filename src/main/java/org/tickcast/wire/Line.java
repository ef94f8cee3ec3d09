package org.tickcast.wire;

import java.nio.charset.StandardCharsets;

/**
 * One line of a stream of lines.
 *
 * @param number counted from 1
 * @param offset where it begins, in bytes from the start of the stream
 * @param text without its end; of a line that is too long, only the beginning
 * @param isTooLong whether it has more bytes than a line may have
 * @param isWhole whether its end was there: the last line of a stream that was cut off lacks it
 */
public record Line(long number, long offset, String text, boolean isTooLong, boolean isWhole) {

    static Line of(String text) {
        boolean tooLong = text.getBytes(StandardCharsets.UTF_8).length > EventCodec.LONGEST_LINE;
        return new Line(1, 0, text, tooLong, true);
    }
}
