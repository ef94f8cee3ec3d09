package org.tickcast.bench.load;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** What the threads of one run share: what to do, and how far it is. */
final class Run {

    final LoadOptions options;
    final Handshake handshake;

    /** One for each socket that is to be opened, until it is open or has failed. */
    final CountDownLatch settled;

    private volatile @Nullable Window window;
    private volatile boolean over;

    Run(LoadOptions options) {
        this.options = options;
        this.handshake = new Handshake(options);
        this.settled = new CountDownLatch(options.opens());
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
