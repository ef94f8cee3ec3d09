package org.tickcast.bench.load;

import java.util.Locale;

/** How a client behaves once it is in. */
enum Role {
    /** Reads at once and answers pings. */
    READING,
    /** Reads at once, and keeps the picture of tickcast.v1 to compare its checksum with that of each beat. */
    VERIFYING,
    /** Reads at once and never answers a ping. */
    NO_PONG,
    /** Reads so many bytes a second and no more. */
    SLOW,
    /** Never reads. */
    FROZEN;

    /** Whether it takes what comes when it comes, so that what is late is the server's doing. */
    boolean isPrompt() {
        return this != SLOW && this != FROZEN;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
