package org.tickcast.socket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
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
 * <p>Threads: any thread may begin and ask, also while a step is taken; the steps are taken one at a time.
 */
public final class Drain {

    private static final System.Logger LOG = System.getLogger(Drain.class.getName());

    private final DrainCheck door;
    private final OpenSockets sockets;
    private final ChannelLifecycle lifecycle;
    private final DrainLimits limits;
    private final LongSupplier nanoTime;
    private final Consumer<Duration> waiting;
    private final AtomicReference<@Nullable Beginning> begun = new AtomicReference<>();

    @GuardedBy("this") private boolean saidWhoIsLeft;

    @GuardedBy("this") private boolean saidItIsOver;

    /**
     * @param nanoTime such as {@link System#nanoTime}
     * @param waiting lets so much time pass
     */
    public Drain(
            DrainCheck door,
            OpenSockets sockets,
            ChannelLifecycle lifecycle,
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

    /**
     * From now on, for good. To begin twice is to begin.
     *
     * @param why what those who are in are told
     * @return whether it has begun just now
     */
    public boolean begin(CloseCode why) {
        door.drain();
        boolean first = begun.compareAndSet(null, new Beginning(why, nanoTime.getAsLong()));
        if (first) {
            LOG.log(Level.INFO, "Nobody is let in any more; clients to be let go: {0}", left());
        }
        return first;
    }

    public boolean isDraining() {
        return begun.get() != null;
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
    public synchronized void step() {
        Beginning beginning = begun.get();
        if (beginning == null) {
            return;
        }
        letSomeGo(beginning.why());
        if (isPastDeadline(beginning) && left() > 0) {
            cutOff(beginning.why());
        }
        if (left() == 0 && !saidItIsOver) {
            saidItIsOver = true;
            LOG.log(Level.INFO, "All clients are gone");
        }
    }

    /** Takes all the steps there are, and returns when nobody is left. */
    public void finish() {
        step();
        while (left() > 0) {
            waiting.accept(pause());
            step();
        }
    }

    private void letSomeGo(CloseCode why) {
        List<OpenSocket> staying = new ArrayList<>();
        sockets.forEach(socket -> {
            if (socket.closedFor() == null) {
                staying.add(socket);
            }
        });
        staying.subList(0, Math.min(limits.batch(), staying.size())).forEach(socket -> socket.close(why));
    }

    private boolean isPastDeadline(Beginning beginning) {
        return nanoTime.getAsLong() - beginning.atNanos() >= limits.deadline().toNanos();
    }

    @GuardedBy("this") private void cutOff(CloseCode why) {
        if (!saidWhoIsLeft) {
            saidWhoIsLeft = true;
            LOG.log(Level.WARNING, "Clients that have not gone in {0} and are cut off: {1}", limits.deadline(), left());
        }
        sockets.forEach(socket -> {
            socket.closeWithoutGoodbye(why);
            lifecycle.giveUp(socket);
        });
    }

    private record Beginning(CloseCode why, long atNanos) {}
}
