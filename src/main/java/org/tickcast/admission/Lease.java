package org.tickcast.admission;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One client's place among those of the server, its address and its user. It is given out while the handshake still runs, claimed when the
 * socket is open, and released once, however many of its ends are reported: a close, an error, a failed upgrade.
 *
 * <p>Threads: any.
 */
public final class Lease {

    private enum State {
        RESERVED,
        CLAIMED,
        RELEASED
    }

    private final LeaseBook book;
    private final long number;
    private final ClientIdentity who;
    private final Instant openBefore;
    private final AtomicReference<State> state = new AtomicReference<>(State.RESERVED);

    Lease(LeaseBook book, long number, ClientIdentity who, Instant openBefore) {
        this.book = book;
        this.number = number;
        this.who = who;
        this.openBefore = openBefore;
    }

    /** What the connection is called in logs. No other of this start has the same. */
    public long number() {
        return number;
    }

    /** Says that the socket is open. False when that took too long and the place is gone: then it must be closed. */
    public boolean claim() {
        if (!state.compareAndSet(State.RESERVED, State.CLAIMED)) {
            return false;
        }
        book.claimed(this);
        return true;
    }

    /** Gives the place back. Only the first call counts. */
    public void release() {
        if (state.getAndSet(State.RELEASED) != State.RELEASED) {
            book.released(this);
        }
    }

    /** Gives the place back if no socket has opened on it in time. */
    void releaseIfLate(Instant now) {
        if (now.isAfter(openBefore) && state.compareAndSet(State.RESERVED, State.RELEASED)) {
            book.released(this);
        }
    }

    ClientIdentity who() {
        return who;
    }
}
