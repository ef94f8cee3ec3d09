package org.tickcast.wiring;

import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.tickcast.admission.StayCheck;
import org.tickcast.ops.AuditLog;
import org.tickcast.ops.FileWatch;
import org.tickcast.ops.metrics.SocketMetrics;
import org.tickcast.socket.Heartbeat;
import org.tickcast.socket.OpenSockets;

/**
 * One look at everybody who is in: who may not stay any longer is sent away, and so is who is not there any more or does
 * not read. How long frames have been on their way is measured, and the audit log says meanwhile what it has kept to itself.
 * Who may still come in depends on the file descriptors that are left, which are looked at too.
 *
 * <p>Threads: one run at a time.
 */
final class SocketSweep implements Runnable {

    private final OpenSockets sockets;
    private final StayCheck stay;
    private final Heartbeat heartbeat;
    private final SocketMetrics metrics;
    private final AuditLog audit;
    private final FileWatch files;
    private final InstantSource clock;
    private final LongSupplier nanoTime;

    SocketSweep(
            OpenSockets sockets,
            StayCheck stay,
            Heartbeat heartbeat,
            SocketMetrics metrics,
            AuditLog audit,
            FileWatch files,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.sockets = sockets;
        this.stay = stay;
        this.heartbeat = heartbeat;
        this.metrics = metrics;
        this.audit = audit;
        this.files = files;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    @Override
    public void run() {
        try {
            sockets.sweep(stay, clock.instant());
        } finally {
            try {
                heartbeat.beat(nanoTime.getAsLong());
            } finally {
                metrics.look(sockets);
                audit.sayWhatWasHeldBack();
                files.look();
            }
        }
    }
}
