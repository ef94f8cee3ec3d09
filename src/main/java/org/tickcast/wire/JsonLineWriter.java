package org.tickcast.wire;

import java.time.Instant;
import org.tickcast.market.Depth;

/** Writes one JSON object on one line, field by field. */
final class JsonLineWriter {

    private final StringBuilder line = new StringBuilder(256);

    /** @param plain without a quote, a backslash or a control character, as the names of symbols and sessions are */
    JsonLineWriter text(String field, String plain) {
        name(field).append('"').append(plain).append('"');
        return this;
    }

    JsonLineWriter number(String field, long value) {
        name(field).append(value);
        return this;
    }

    /** Java writes a double so that reading gives the very same one. */
    JsonLineWriter number(String field, double value) {
        name(field).append(value);
        return this;
    }

    JsonLineWriter flag(String field, boolean value) {
        name(field).append(value);
        return this;
    }

    /** @param value JSON already */
    JsonLineWriter json(String field, String value) {
        name(field).append(value);
        return this;
    }

    JsonLineWriter time(String field, Instant at) {
        return text(field, at.toString());
    }

    JsonLineWriter depth(String field, Depth depth) {
        name(field).append('[');
        String between = "";
        for (Depth.Level level : depth.levels()) {
            line.append(between).append('[').append(level.price()).append(',');
            line.append(level.volume()).append(']');
            between = ",";
        }
        line.append(']');
        return this;
    }

    String end() {
        return line.append('}').toString();
    }

    private StringBuilder name(String field) {
        line.append(line.isEmpty() ? "{\"" : ",\"");
        return line.append(field).append("\":");
    }
}
