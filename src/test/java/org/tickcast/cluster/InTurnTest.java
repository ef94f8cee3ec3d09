package org.tickcast.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InTurnTest {

    private static final int THREADS = 8;
    private static final int PIECES = 2_000;

    private final InTurn inTurn = new InTurn();
    private final List<String> done = new ArrayList<>();

    @Test
    void work_is_done_in_the_order_in_which_it_came() {
        inTurn.add(() -> done.add("first"));
        inTurn.add(() -> done.add("second"));

        inTurn.work();

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void work_that_leads_to_more_work_is_ended_first() {
        inTurn.add(() -> {
            inTurn.add(() -> done.add("what it led to"));
            inTurn.work();
            done.add("the work");
        });

        inTurn.work();

        assertThat(done).containsExactly("the work", "what it led to");
    }

    @Test
    void work_that_fails_does_not_hold_up_what_comes_behind_it() {
        inTurn.add(() -> {
            throw new IllegalStateException("failed");
        });
        inTurn.add(() -> done.add("behind it"));

        assertThatThrownBy(inTurn::work).hasMessage("failed");
        inTurn.work();

        assertThat(done).containsExactly("behind it");
    }

    @Test
    void nothing_is_lost_or_done_twice_or_at_the_same_time_however_many_threads_there_are() throws Exception {
        int[] busy = new int[1];
        int[] count = new int[1];
        CountDownLatch over = new CountDownLatch(THREADS * PIECES);
        Runnable piece = () -> {
            assertThat(++busy[0]).isOne();
            count[0]++;
            busy[0]--;
            over.countDown();
        };
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < PIECES; n++) {
                    inTurn.add(piece);
                    inTurn.work();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(count[0]).isEqualTo(THREADS * PIECES);
    }
}
