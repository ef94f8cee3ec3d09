package org.tickcast.hub.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tickcast.socket.MessageSender;
import org.tickcast.wire.TextMessage;

/** What is said must not be left out: it waits, or its client is given up. */
class WaitingFramesTest {

    private final List<String> sent = new ArrayList<>();
    private final Queue<Runnable> onItsWay = new ArrayDeque<>();
    private final WaitingFrames waiting = new WaitingFrames(new WaitingLimits(3, 20), (message, whenLeft) -> {
        sent.add(message.text());
        onItsWay.add(whenLeft);
    });

    @Test
    void one_is_on_its_way_at_a_time_and_the_others_follow_in_order() {
        put("a", "b", "c");

        assertThat(sent).containsExactly("a");
        letLeave();
        letLeave();
        letLeave();
        put("d");
        assertThat(sent).containsExactly("a", "b", "c", "d");
        assertThat(onItsWay).hasSize(1);
    }

    @Test
    void who_has_too_many_to_wait_for_is_given_up_and_nothing_is_kept_for_him() {
        put("a", "b", "c", "d");
        assertThat(waiting.hasOverflowed()).isFalse();

        put("e");

        assertThat(waiting.hasOverflowed()).isTrue();
        letLeave();
        put("f");
        assertThat(sent).containsExactly("a");
    }

    @Test
    void so_is_who_has_too_much_to_wait_for() {
        put("a", "1234567890", "1234567890");
        assertThat(waiting.hasOverflowed()).isFalse();

        put("b");

        assertThat(waiting.hasOverflowed()).isTrue();
    }

    @Test
    void one_frame_may_always_wait_however_long() {
        put("a", "x".repeat(1_000));

        assertThat(waiting.hasOverflowed()).isFalse();
        letLeave();
        assertThat(sent).hasSize(2);
    }

    @Test
    void what_has_left_makes_room() {
        for (int i = 0; i < 100; i++) {
            put("1234567890");
            letLeave();
            put("1234567890", "1234567890");
            letLeave();
            letLeave();
        }

        assertThat(waiting.hasOverflowed()).isFalse();
        assertThat(sent).hasSize(300);
    }

    @Test
    void the_end_comes_after_what_was_said_before_it_and_nothing_after_the_end() {
        put("a", "b");

        waiting.end(() -> sent.add("end"));
        put("c");
        letLeave();
        assertThat(sent).containsExactly("a", "b");
        letLeave();

        assertThat(sent).containsExactly("a", "b", "end");
    }

    @Test
    void where_nothing_waits_the_end_comes_at_once() {
        put("a");
        letLeave();

        waiting.end(() -> sent.add("end"));

        assertThat(sent).containsExactly("a", "end");
    }

    @Test
    void frames_that_leave_at_once_are_not_sent_inside_each_other() {
        int[] depth = new int[2];
        WaitingFrames[] quick = new WaitingFrames[1];
        quick[0] = new WaitingFrames(new WaitingLimits(10_000, 1_000_000), (message, whenLeft) -> {
            depth[0]++;
            depth[1] = Math.max(depth[0], depth[1]);
            if (sent.size() < 5_000) {
                quick[0].put(new TextMessage("next"));
            }
            sent.add(message.text());
            whenLeft.run();
            depth[0]--;
        });

        quick[0].put(new TextMessage("first"));

        assertThat(depth[1]).isEqualTo(1);
        assertThat(sent).hasSize(5_001);
    }

    @Test
    void many_threads_lose_nothing_and_send_one_at_a_time() throws Exception {
        int threads = 4;
        int each = 2_000;
        Hasty hasty = new Hasty();
        WaitingFrames busy = new WaitingFrames(new WaitingLimits(threads * each, 1_000_000), hasty);
        hasty.runs(() -> {
            List<Future<?>> puts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                puts.add(hasty.pool.submit(() -> {
                    for (int n = 0; n < each; n++) {
                        busy.put(new TextMessage("x"));
                    }
                }));
            }
            for (Future<?> put : puts) {
                put.get();
            }
            CountDownLatch ended = new CountDownLatch(1);
            busy.end(ended::countDown);
            ended.await();
        });

        assertThat(hasty.sent).isEqualTo(threads * each);
        assertThat(hasty.broken).isFalse();
    }

    private void put(String... texts) {
        for (String text : texts) {
            waiting.put(new TextMessage(text));
        }
    }

    private void letLeave() {
        onItsWay.remove().run();
    }

    /** Says that a frame has left, by whichever thread: this one, or another. */
    private static final class Hasty implements MessageSender {

        private final ExecutorService pool = Executors.newFixedThreadPool(6);
        private volatile boolean busy;
        private volatile boolean broken;
        private int sent;

        @Override
        public void send(TextMessage message, Runnable whenLeft) {
            broken |= busy;
            busy = true;
            sent++;
            boolean atOnce = sent % 3 == 0;
            busy = false;
            if (atOnce) {
                whenLeft.run();
            } else {
                pool.execute(whenLeft);
            }
        }

        private void runs(Work work) throws Exception {
            try {
                work.run();
            } finally {
                pool.shutdown();
            }
        }
    }

    private interface Work {

        void run() throws Exception;
    }
}
