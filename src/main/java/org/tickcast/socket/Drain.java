package org.tickcast.socket;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.DrainCheck;
import org.tickcast.wire.CloseCode;

/**
 * Lets everybody go. Nobody comes in any more; those who are in are told to come back elsewhere or later, so many at a
 * time, so that whoever takes them in is not overrun; and who is still there after the deadline is cut off. Meanwhile all
 * others are served as ever.
 *
 * <p>Threads: any thread may begin; one takes the steps.
 */
public final class Drain {

    private static final System.Logger LOG = System.getLogger(Drain.class.getName());

    private final DrainCheck door;
    private final OpenSockets sockets;
    private final SocketLifecycle lifecycle;
    private final DrainLimits limits;
    private final LongSupplier nanoTime;
    private final Consumer<Duration> waiting;
    private volatile @Nullable CloseCode reason;
    private volatile long begunAtNanos;
    private boolean saidWhoIsLeft;
    private boolean saidItIsOver;

    /**
     * @param nanoTime such as {@link System#nanoTime}
     * @param waiting lets so much time pass
     */
    public Drain(
            DrainCheck door,
            OpenSockets sockets,
            SocketLifecycle lifecycle,
            DrainLimits limits,
            LongSupplier nanoTime,
            Consumer<Duration> waiting) {
        this.door = door;
        this.sockets = sockets;
        this.lifecycle = lifecycle;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.waiting = waiting;
    }

    /** From now on, for good. To begin twice is to begin. @param why what those who are in are told */
    public synchronized void begin(CloseCode why) {
        if (reason != null) {
            return;
        }
        door.drain();
        begunAtNanos = nanoTime.getAsLong();
        reason = why;
        LOG.log(Level.INFO, "Nobody is let in any more, and {0} clients are let go", sockets.count());
    }

    public boolean isDraining() {
        return reason != null;
    }

    /** How many clients are still in. */
    public int left() {
        return sockets.count();
    }

    /** In which the next step is to be taken. */
    public Duration pause() {
        return limits.pause();
    }

    /** Lets the next ones go, if anybody is to be let go. To be called after every {@link #pause}. */
    public void step() {
        CloseCode why = reason;
        if (why == null) {
            return;
        }
        List<OpenSocket> staying = new ArrayList<>();
        sockets.forEach(socket -> {
            if (socket.closedFor() == null) {
                staying.add(socket);
            }
        });
        staying.subList(0, Math.min(limits.batch(), staying.size())).forEach(socket -> socket.close(why));
        if (isPastDeadline() && left() > 0) {
            cutOff();
        }
        if (left() == 0 && !saidItIsOver) {
            saidItIsOver = true;
            LOG.log(Level.INFO, "All clients are gone");
        }
    }

    /** Takes all the steps there are, and returns when nobody is left. */
    public void finish() {
        while (left() > 0) {
            step();
            waiting.accept(pause());
        }
    }

    private boolean isPastDeadline() {
        return nanoTime.getAsLong() - begunAtNanos >= limits.deadline().toNanos();
    }

    private void cutOff() {
        if (!saidWhoIsLeft) {
            saidWhoIsLeft = true;
            LOG.log(Level.WARNING, "{0} clients have not gone in {1} and are cut off", left(), limits.deadline());
        }
        sockets.forEach(lifecycle::giveUp);
    }
}
