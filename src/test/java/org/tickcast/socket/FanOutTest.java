package org.tickcast.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a tick has to send is sent once, by whoever has time, and before the tick is over. */
class FanOutTest {

    private static final int MANY = 10 * FanOut.PORTION + 1;

    private final Queue<Integer> sent = new ConcurrentLinkedQueue<>();
    private final List<Runnable> asked = new ArrayList<>();

    @Test
    void one_thread_sends_while_the_tick_runs() {
        FanOut alone = new FanOut(asked::add, 1);

        alone.after(() -> {
            alone.send(() -> sent.add(1));
            assertThat(sent).containsExactly(1);
        });

        assertThat(asked).isEmpty();
    }

    @Test
    void several_send_when_the_tick_is_done() {
        FanOut two = new FanOut(asked::add, 2);

        two.after(() -> {
            send(two, MANY);
            assertThat(sent).isEmpty();
        });

        assertThat(sent).containsExactlyInAnyOrderElementsOf(numbers(MANY));
        assertThat(asked).hasSize(1);
    }

    @Test
    void nobody_is_asked_for_help_with_a_few() {
        FanOut four = new FanOut(asked::add, 4);

        four.after(() -> send(four, FanOut.PORTION));

        assertThat(sent).hasSize(FanOut.PORTION);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_helper_who_comes_too_late_finds_nothing_to_do() {
        FanOut two = new FanOut(asked::add, 2);
        two.after(() -> send(two, MANY));

        asked.forEach(Runnable::run);

        assertThat(sent).hasSize(MANY);
    }

    @Test
    void without_helpers_the_tick_does_it_all() {
        FanOut two = new FanOut(
                helper -> {
                    throw new RejectedExecutionException("all busy");
                },
                2);

        two.after(() -> send(two, MANY));

        assertThat(sent).hasSize(MANY);
    }

    @Test
    void whoever_has_something_for_many_outside_the_tick_is_helped_too() {
        FanOut two = new FanOut(asked::add, 2);

        two.toAll(numbers(MANY), sent::add);
        two.toAll(numbers(FanOut.PORTION), sent::add);

        assertThat(sent).hasSize(MANY + FanOut.PORTION).containsAll(numbers(MANY));
        assertThat(asked).as("with the many").hasSize(1);
    }

    @Test
    void what_another_thread_sends_meanwhile_goes_at_once() {
        FanOut two = new FanOut(asked::add, 2);
        Thread other = new Thread(() -> two.send(() -> sent.add(7)));

        two.after(() -> {
            other.start();
            join(other);
            assertThat(sent).containsExactly(7);
        });
    }

    @Test
    void what_a_tick_that_fails_had_to_send_is_sent() {
        FanOut two = new FanOut(asked::add, 2);

        assertThatIllegalStateException()
                .isThrownBy(() -> two.after(() -> {
                    send(two, 3);
                    throw new IllegalStateException("one channel failed");
                }));

        assertThat(sent).hasSize(3);
    }

    @Test
    void the_tick_is_over_when_the_last_helper_has_sent_the_last() {
        ExecutorService helpers = Executors.newFixedThreadPool(3);
        FanOut four = new FanOut(helpers, 4);
        try {
            for (int tick = 0; tick < 200; tick++) {
                sent.clear();
                four.after(() -> IntStream.range(0, MANY).forEach(i -> four.send(() -> sent.add(i))));
                assertThat(sent).hasSize(MANY).doesNotHaveDuplicates();
            }
        } finally {
            helpers.shutdown();
        }
    }

    private void send(FanOut fanOut, int times) {
        IntStream.range(0, times).forEach(i -> fanOut.send(() -> sent.add(i)));
    }

    private static List<Integer> numbers(int to) {
        return IntStream.range(0, to).boxed().toList();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
