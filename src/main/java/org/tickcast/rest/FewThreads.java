package org.tickcast.rest;

import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/**
 * Has work done on a few of a server's threads; what is more than they can do at once waits. The executor that Payara
 * gives an application lets nothing wait: it makes 200 threads and then turns work away. It also takes its time over
 * each hand-over, and here a burst of work is few of them, which matters when it is the tick that hands over.
 *
 * <p>Threads: any may bring work, and is never made to do it. What waits needs no bound of its own: nobody brings more
 * than the tick was asked.
 */
final class FewThreads implements Executor {

    private static final System.Logger LOG = System.getLogger(FewThreads.class.getName());

    private final Executor threads;
    private final Semaphore free;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    FewThreads(Executor threads, int most) {
        this.threads = threads;
        this.free = new Semaphore(most);
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
        callOneMore();
    }

    private void callOneMore() {
        if (free.tryAcquire()) {
            try {
                threads.execute(this::workOff);
            } catch (RuntimeException noneLeft) { // Servers throw different ones, above all when they are stopping.
                // Whoever is called next finds the work still there.
                free.release();
                LOG.log(Level.DEBUG, "The server has no thread for us now", noneLeft);
            }
        }
    }

    private void workOff() {
        try {
            for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
                next.run();
            }
        } finally {
            free.release();
        }
        // Somebody may have brought work when this one had seen none, and was not yet free.
        if (!waiting.isEmpty()) {
            callOneMore();
        }
    }
}
