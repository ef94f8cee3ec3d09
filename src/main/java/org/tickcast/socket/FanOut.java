package org.tickcast.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what many are to have on several threads at once: in portions, by the thread that has it for them and by as many
 * helpers as turn up. While the tick runs it only takes down who is to be sent something, and all that is sent when it is
 * over. The tick ends when everything is on its way; nothing here waits for a client.
 *
 * <p>Threads: one gathers at a time. What other threads send meanwhile is none of this one's business.
 */
public final class FanOut {

    /** So many sends are one portion: enough that sharing costs nothing beside them. */
    static final int PORTION = 64;

    private final Executor helpers;
    private final int threads;
    private volatile @Nullable Thread gatherer;
    private List<Runnable> gathered = new ArrayList<>();

    /** @param threads how many send at once, the tick's among them; 1 sends everything while the tick runs */
    public FanOut(Executor helpers, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least 1 thread to send, not " + threads);
        }
        this.helpers = helpers;
        this.threads = threads;
    }

    /** Does the work, and sends what it has for readers when it is done, even if it fails. */
    public void after(Runnable work) {
        if (threads == 1) {
            work.run();
            return;
        }
        gatherer = Thread.currentThread();
        try {
            work.run();
        } finally {
            gatherer = null;
            List<Runnable> all = gathered;
            gathered = new ArrayList<>(all.size());
            toAll(all, Runnable::run);
        }
    }

    /** Does something for each of these, and is back when it is done for all. @param each never fails and never waits */
    public <T> void toAll(List<T> these, Consumer<? super T> each) {
        if (threads == 1 || these.size() <= PORTION) {
            these.forEach(each);
            return;
        }
        Round<T> round = new Round<>(these, each);
        for (int helper = 1; helper < Math.min(threads, round.portions()); helper++) {
            askForHelp(round);
        }
        round.work();
        round.awaitOthers();
    }

    /** Sends now, or with all else that the tick on this thread has to send. @param send never fails and never waits */
    void send(Runnable send) {
        if (Thread.currentThread() == gatherer) {
            gathered.add(send);
        } else {
            send.run();
        }
    }

    private void askForHelp(Round<?> round) {
        try {
            helpers.execute(round::work);
        } catch (RejectedExecutionException allBusy) {
            // Then there is one helper less, and the work gets done all the same.
        }
    }

    /** What is sent at once. Who comes when nothing is left to be taken goes again. */
    private static final class Round<T> {

        private final List<T> all;
        private final Consumer<? super T> each;
        private final AtomicInteger nextPortion = new AtomicInteger();
        private final CountDownLatch done;

        Round(List<T> all, Consumer<? super T> each) {
            this.all = all;
            this.each = each;
            this.done = new CountDownLatch((all.size() + PORTION - 1) / PORTION);
        }

        int portions() {
            return (all.size() + PORTION - 1) / PORTION;
        }

        void work() {
            for (int portion = nextPortion.getAndIncrement();
                    portion < portions();
                    portion = nextPortion.getAndIncrement()) {
                try {
                    send(portion * PORTION);
                } finally {
                    done.countDown();
                }
            }
        }

        private void send(int from) {
            all.subList(from, Math.min(from + PORTION, all.size())).forEach(each);
        }

        /** The portions that helpers have taken are short, and no client can prolong them. */
        void awaitOthers() {
            boolean interrupted = false;
            while (true) {
                try {
                    done.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
