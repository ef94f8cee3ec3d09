package org.tickcast.admission.rate;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * The breaches of one connection. A message too many is an accident and is dropped; several in a short time are not, and
 * end the connection.
 *
 * <p>Threads: any.
 */
public final class Breaches {

    private final BreachLimits limits;
    private final LongSupplier nanoTime;

    /** When the last ones happened, the oldest first, and no more than matter. */
    @GuardedBy("this") private final Deque<Long> times = new ArrayDeque<>();

    /** @param nanoTime such as {@link System#nanoTime} */
    public Breaches(BreachLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    /** Takes down one more. True when it was one too many, and the connection has to be closed. */
    public synchronized boolean isOneTooMany() {
        long now = nanoTime.getAsLong();
        if (times.size() == limits.most()) {
            times.removeFirst();
        }
        times.addLast(now);
        return times.size() == limits.most()
                && now - times.getFirst() < limits.within().toNanos();
    }
}
