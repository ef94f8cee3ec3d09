package org.tickcast.wire;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One frame to clients of {@code /ws}, built field by field. The payload has every field; each that is no object and no
 * list stands beside the payload too, where older clients look for it.
 */
public final class HubFrame {

    private final String type;
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    private @Nullable Instant at;

    private HubFrame(String type) {
        this.type = type;
    }

    public static HubFrame of(String type) {
        return new HubFrame(type);
    }

    /** The answer to a ping, with nothing in it that was not in the ping. */
    public static String pong(@Nullable String messageId) {
        Map<String, @Nullable Object> pong = new LinkedHashMap<>();
        pong.put("type", "pong");
        if (messageId != null) {
            pong.put("message_id", messageId);
        }
        return CanonicalJson.write(pong);
    }

    /** @param value a text, a number, a boolean, or maps and lists of these; null leaves the field out */
    public HubFrame with(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** When it happened: {@code timestamp}, in seconds since 1970, and {@code at}, to be read by people. */
    public HubFrame at(Instant moment) {
        at = moment;
        return with("at", VietnamTime.write(moment));
    }

    public String write() {
        Map<String, @Nullable Object> frame = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!(value instanceof Map<?, ?> || value instanceof Collection<?>)) {
                frame.put(name, value);
            }
        });
        frame.put("type", type);
        frame.put("payload", fields);
        if (at != null) {
            frame.put("timestamp", at.getEpochSecond());
        }
        return CanonicalJson.write(frame);
    }
}
