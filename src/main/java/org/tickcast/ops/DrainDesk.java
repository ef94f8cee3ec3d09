package org.tickcast.ops;

import org.tickcast.admission.ClientIdentity;
import org.tickcast.socket.Drain;
import org.tickcast.wire.CloseCode;

/**
 * Lets everybody go when an operator says so, says how far that is, and has it put on record.
 *
 * <p>Threads: any.
 */
public final class DrainDesk {

    private final Drain drain;
    private final OperatorListener listener;

    public DrainDesk(Drain drain, OperatorListener listener) {
        this.drain = drain;
        this.listener = listener;
    }

    Answer state() {
        return new Answer(drain.isDraining(), drain.left());
    }

    /** Begins. Who asks for what is under way already is told how far it is, and is not put on record. */
    Answer begin(ClientIdentity operator) {
        if (drain.begin(CloseCode.DRAINING)) {
            listener.drainBegun(operator, drain.left());
        }
        return state();
    }

    /** @param clients how many are still in */
    record Answer(boolean draining, int clients) {}
}
