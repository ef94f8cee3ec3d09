package org.tickcast.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What was wrong with one line that a producer sent.
 *
 * @param line counted from 1, blank lines too
 * @param field as in {@link BadEvent}, and so are the words
 */
@JsonbPropertyOrder({"line", "field", "message"})
public record LineError(long line, String field, String message) {

    public static LineError of(long line, BadEvent bad) {
        return new LineError(line, bad.field(), bad.words());
    }
}
