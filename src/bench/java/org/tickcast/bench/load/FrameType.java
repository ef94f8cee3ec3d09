package org.tickcast.bench.load;

import java.nio.ByteBuffer;
import java.util.Locale;

/** What a frame of tickcast.v1 is; a frame without such a type is other. */
enum FrameType {
    HELLO,
    SNAPSHOT,
    PATCH,
    BEAT,
    STATUS,
    ALERT,
    PONG,
    BYE,
    OTHER;

    private static final FrameType[] ALL = values();
    private static final byte[] BEGINNING = Bytes.of("{\"type\":\"");
    private static final byte[] SKIPPED = Bytes.member("skipped");

    /** Where a picture says what it has skipped, it says so before its data. */
    private static final int HEAD = 256;

    private final byte[] quoted = Bytes.of(name().toLowerCase(Locale.ROOT) + "\"");

    static FrameType of(ByteBuffer in, int from, int to) {
        int at = from + BEGINNING.length;
        if (at >= to || !Bytes.isAt(BEGINNING, in, from)) {
            return OTHER;
        }
        for (FrameType type : ALL) {
            if (at + type.quoted.length <= to && Bytes.isAt(type.quoted, in, at)) {
                return type;
            }
        }
        return OTHER;
    }

    /** Whether it is the market as it was published to everybody, and so tells how late that is. */
    boolean isPublished() {
        return this == SNAPSHOT || this == PATCH || this == ALERT;
    }

    /** How many pictures its reader was not sent before this one; 0 when nobody counted. */
    long skipped(ByteBuffer in, int from, int to) {
        if (this != SNAPSHOT && this != PATCH) {
            return 0;
        }
        int head = Math.min(to, from + HEAD);
        int at = Bytes.behind(SKIPPED, in, from, head);
        return at == Bytes.NOWHERE ? 0 : Math.max(0, Bytes.number(in, at, head));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
