package org.tickcast.wiring;

import java.time.InstantSource;
import org.tickcast.admission.StayCheck;
import org.tickcast.ops.AuditLog;
import org.tickcast.socket.OpenSockets;

/**
 * One look at everybody who is in: who may not stay any longer is sent away. The audit log says meanwhile what it has
 * kept to itself.
 *
 * <p>Threads: one run at a time.
 */
final class StaySweep implements Runnable {

    private final OpenSockets sockets;
    private final StayCheck stay;
    private final AuditLog audit;
    private final InstantSource clock;

    StaySweep(OpenSockets sockets, StayCheck stay, AuditLog audit, InstantSource clock) {
        this.sockets = sockets;
        this.stay = stay;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void run() {
        try {
            sockets.sweep(stay, clock.instant());
        } finally {
            audit.sayWhatWasHeldBack();
        }
    }
}
