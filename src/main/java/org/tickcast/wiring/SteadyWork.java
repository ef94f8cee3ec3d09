package org.tickcast.wiring;

import java.lang.System.Logger.Level;

/**
 * Work that is repeated whatever happens in one run: a periodic task that throws is never run again, and nothing says
 * so. It logs when runs begin to fail and when they are well again, not each time.
 *
 * <p>Threads: one run at a time, each sees what the one before wrote.
 */
final class SteadyWork implements Runnable {

    private static final System.Logger LOG = System.getLogger(SteadyWork.class.getName());

    private final String name;
    private final Runnable work;
    private long failuresInARow;

    SteadyWork(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public void run() {
        try {
            work.run();
            recovered();
        } catch (Throwable failure) { // Errors too: an out-of-memory error in one tick must not silence the market.
            failed(failure);
        }
    }

    private void failed(Throwable failure) {
        failuresInARow++;
        if (failuresInARow == 1) {
            LOG.log(Level.ERROR, "The " + name + " fails, and is repeated all the same", failure);
        }
    }

    private void recovered() {
        if (failuresInARow > 0) {
            LOG.log(Level.INFO, "The {0} works again, after {1} failed runs", name, failuresInARow);
            failuresInARow = 0;
        }
    }
}
