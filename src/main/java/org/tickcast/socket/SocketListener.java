package org.tickcast.socket;

import org.tickcast.wire.Door;
import org.tickcast.wire.TextMessage;

/** Has what sockets do counted, for metrics. What all sockets of one kind do is counted together. */
public interface SocketListener {

    /** For whoever does not want to know. */
    SocketListener NONE = (door, protocol) -> Tally.NONE;

    /** Where the sockets of this door are counted that speak this protocol; the same for all of them. */
    Tally tally(Door door, String protocol);

    /**
     * What sockets of one kind do. It must return at once: frames leave by the ten thousand.
     *
     * <p>Threads: any.
     */
    interface Tally {

        Tally NONE = new Tally() {};

        default void opened() {}

        default void ended() {}

        /** A client has said something. */
        default void heard() {}

        /** A message sets out. Returns when that was, by the clock of whoever counts. */
        default long setOut() {
            return 0;
        }

        /** The server has taken all of a message. @param setOut when it had set out */
        default void left(TextMessage message, long setOut) {}
    }
}
