package org.tickcast.bench.load;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the threads of one run share: what to do, and how far it is. */
final class Run {

    private static final long PATIENCE_SECONDS = 30;

    final LoadOptions options;
    final Handshake handshake;

    /** One for each socket that is to be opened, until it is open or has failed. */
    private final CountDownLatch settled;

    private volatile @Nullable Window window;
    private volatile boolean somebodyCameIn;
    private volatile boolean over;

    Run(LoadOptions options) {
        this.options = options;
        this.handshake = new Handshake(options);
        this.settled = new CountDownLatch(options.opens());
    }

    void opened() {
        somebodyCameIn = true;
        settled.countDown();
    }

    void failed() {
        settled.countDown();
    }

    /** Until each socket is open or has failed. @return whether any is open */
    boolean awaitEverybody() throws InterruptedException {
        long seconds = options.opens() / options.rampPerSecond() + PATIENCE_SECONDS;
        if (!settled.await(seconds, TimeUnit.SECONDS)) {
            System.err.println(settled.getCount() + " sockets neither opened nor failed in " + seconds + " s");
        }
        return somebodyCameIn;
    }

    Window measure() {
        Window begun = Window.ofSeconds(options.seconds());
        window = begun;
        return begun;
    }

    @Nullable Window window() {
        return window;
    }

    void end() {
        over = true;
    }

    boolean isOver() {
        return over;
    }
}
