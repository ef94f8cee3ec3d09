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
    private final Orders orders;

    public DrainDesk(Drain drain, OperatorListener listener, Orders orders) {
        this.drain = drain;
        this.listener = listener;
        this.orders = orders;
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

    /** The same on all servers. Each time it is put on record, because it is not known which of them had begun. */
    Answer beginEverywhere(ClientIdentity operator) {
        drain.begin(CloseCode.DRAINING);
        listener.drainBegun(operator, drain.left());
        orders.letEverybodyGo();
        return state();
    }

    /** @param clients how many are still in */
    record Answer(boolean draining, int clients) {}
}
