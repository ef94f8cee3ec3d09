package org.tickcast.broadcast;

import org.tickcast.wire.TextMessage;

/**
 * One frame of {@code tickcast.v1}, written once for everybody who is given it.
 *
 * @param version of a picture or a beat, what its reader has after it; of an alert, its number
 */
public record VersionedFrame(Kind kind, long version, TextMessage message) {

    /** What a reader has to do with a frame. */
    public enum Kind {
        HELLO,
        SNAPSHOT,
        PATCH,
        BEAT,
        STATUS,
        ALERT,
        /** Answers something that the client has said. */
        REPLY,
        BYE;

        /** Whether a newer one could be written instead, so that none needs to wait for a reader that is busy. */
        boolean canBeMissed() {
            return this == SNAPSHOT || this == PATCH || this == BEAT;
        }

        /** Whether many may come, of which the oldest is given up first. */
        boolean isOneOfMany() {
            return this == ALERT || this == REPLY;
        }
    }

    public VersionedFrame(Kind kind, long version, String text) {
        this(kind, version, new TextMessage(text));
    }

    /** What answers something that this one client has said. */
    public static VersionedFrame reply(String text) {
        return new VersionedFrame(Kind.REPLY, 0, text);
    }

    /** The last of all. */
    public static VersionedFrame bye(String text) {
        return new VersionedFrame(Kind.BYE, 0, text);
    }

    public String text() {
        return message.text();
    }
}
