package org.tickcast.broadcast;

/**
 * One frame of {@code tickcast.v1}, written once for everybody who is given it.
 *
 * @param version of a picture or a beat, what its reader has after it; of an alert, its number
 */
public record VersionedFrame(Kind kind, long version, String text) {

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
}
