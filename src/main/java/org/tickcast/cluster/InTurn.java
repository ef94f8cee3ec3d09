package org.tickcast.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done in the order in which it came, one piece at a time, by whichever thread asks for it first. A thread
 * that asks while another is at it goes on at once, and so does work that leads to more work: it never runs inside
 * itself. So whoever holds a lock may add, and does the work when the lock is free again.
 *
 * <p>Threads: any.
 */
public final class InTurn {

    @GuardedBy("this") private final Queue<Runnable> waiting = new ArrayDeque<>();

    @GuardedBy("this") private boolean working;

    /** @param work never throws */
    public synchronized void add(Runnable work) {
        waiting.add(work);
    }

    /** Does what waits, unless somebody is doing it, who then does this too. */
    public void work() {
        for (Runnable next = begin(); next != null; next = next()) {
            boolean done = false;
            try {
                next.run();
                done = true;
            } finally {
                if (!done) {
                    // Whatever it was, the work behind it is not to wait for ever.
                    stop();
                }
            }
        }
    }

    private synchronized @Nullable Runnable begin() {
        return working ? null : next();
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = waiting.poll();
        working = next != null;
        return next;
    }

    private synchronized void stop() {
        working = false;
    }
}
