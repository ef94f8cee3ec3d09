package org.tickcast.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Work is done by a few, never by who brings it, and none is forgotten. */
class FewThreadsTest {

    private final List<String> done = new ArrayList<>();

    @Nested
    class Given_threads_that_the_test_lets_run {

        private final Deque<Runnable> called = new ArrayDeque<>();
        private final FewThreads few = new FewThreads(called::add, 2);

        @Test
        void who_brings_work_does_none_of_it() {
            few.execute(() -> done.add("a"));

            assertThat(done).isEmpty();

            called.remove().run();

            assertThat(done).containsExactly("a");
        }

        @Test
        void a_burst_is_worked_off_by_as_many_as_may_and_no_more() {
            for (int i = 0; i < 100; i++) {
                few.execute(() -> done.add("some"));
            }

            assertThat(called).hasSize(2);

            called.remove().run();

            assertThat(done).hasSize(100);
        }

        @Test
        void who_was_called_and_finds_nothing_left_is_free_again() {
            few.execute(() -> done.add("a"));
            few.execute(() -> done.add("b"));
            called.remove().run();
            called.remove().run();

            few.execute(() -> done.add("c"));
            few.execute(() -> done.add("d"));

            assertThat(called).hasSize(2);
        }

        @Test
        void work_that_brings_work_is_not_made_to_wait_for_itself() {
            few.execute(() -> few.execute(() -> done.add("inner")));

            called.remove().run();

            assertThat(done).containsExactly("inner");
        }
    }

    @Nested
    class Given_a_server_that_has_no_thread_to_spare {

        private final Deque<Runnable> called = new ArrayDeque<>();
        private boolean spare;
        private final FewThreads few = new FewThreads(this::call, 2);

        @Test
        void the_work_waits_for_the_next_who_is_called() {
            few.execute(() -> done.add("a"));
            few.execute(() -> done.add("b"));
            few.execute(() -> done.add("c"));

            spare = true;
            few.execute(() -> done.add("d"));
            called.remove().run();

            assertThat(done).containsExactly("a", "b", "c", "d");
        }

        private void call(Runnable worker) {
            if (!spare) {
                throw new RejectedExecutionException("All are busy");
            }
            called.add(worker);
        }
    }

    @Nested
    class Given_many_who_bring_work_at_once {

        private static final int BRINGING = 4;
        private static final int EACH = 20_000;
        private static final int FEW = 3;

        private final AtomicInteger atWork = new AtomicInteger();
        private final AtomicInteger mostAtWork = new AtomicInteger();
        private final CountDownLatch left = new CountDownLatch(BRINGING * EACH);

        @Test
        void all_is_done_and_never_by_more_than_a_few() throws InterruptedException {
            ExecutorService bringing = Executors.newFixedThreadPool(BRINGING);
            ExecutorService working = Executors.newCachedThreadPool();
            FewThreads few = new FewThreads(working, FEW);

            for (int i = 0; i < BRINGING; i++) {
                bringing.execute(() -> bringAll(few));
            }

            assertThat(left.await(30, TimeUnit.SECONDS)).as("all is done").isTrue();
            assertThat(mostAtWork).hasValueLessThanOrEqualTo(FEW);

            bringing.shutdownNow();
            working.shutdownNow();
        }

        private void bringAll(FewThreads few) {
            for (int i = 0; i < EACH; i++) {
                few.execute(this::work);
            }
        }

        private void work() {
            mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            atWork.decrementAndGet();
            left.countDown();
        }
    }
}
