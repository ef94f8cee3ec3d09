package org.tickcast.wire;

import org.jspecify.annotations.Nullable;

/** What a client of {@code tickcast.v1} may say. */
public sealed interface VersionedCommand {

    /** What the text says, or why it says nothing. */
    static VersionedCommand read(String text) {
        return VersionedCommandReader.read(text);
    }

    /** Wants the whole picture. */
    record Resync() implements VersionedCommand {}

    /** @param perSecond how many pictures a second it wants at most; 0 for as many as there are */
    record Pace(int perSecond) implements VersionedCommand {

        public static final int MOST = 100;

        public Pace {
            if (perSecond < 0 || perSecond > MOST) {
                throw new IllegalArgumentException("A pace is 0 to " + MOST + " a second, not " + perSecond);
            }
        }
    }

    /** Wants an answer. @param id comes back in it: a text or a number, in JSON; null when there was none */
    record Ping(@Nullable String id) implements VersionedCommand {}

    /** Shows a token. */
    record Auth(String token) implements VersionedCommand {

        /** Never the token. */
        @Override
        public String toString() {
            return "Auth[]";
        }
    }

    /** Nothing that we know. @param words for whoever wrote the client; they repeat nothing of what it sent */
    record Refused(String words) implements VersionedCommand {}
}
