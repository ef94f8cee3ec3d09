package org.tickcast.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as the market channels write them: local to the exchange, with the offset said: {@code 2026-02-11T10:30:00.123456+07:00}. */
public final class VietnamTime {

    /** Vietnam has had no daylight saving time since 1975, so the offset needs no zone rules. */
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.ofHours(7));

    private VietnamTime() {}

    public static String write(Instant at) {
        return FORMAT.format(at);
    }

    public static @Nullable String writeIfKnown(@Nullable Instant at) {
        return at == null ? null : write(at);
    }
}
