package org.tickcast.socket;

import java.util.Locale;

/** How a client was found by the last round of the {@link Heartbeat}. */
public enum PulseState {
    /** It was heard, or need not be yet. */
    WELL,
    /** It was pinged, and has not answered yet. */
    ASKED,
    /** A frame does not leave, so it does not read. */
    HELD_UP,
    /** It was closed, and has not ended yet. */
    CLOSING;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
