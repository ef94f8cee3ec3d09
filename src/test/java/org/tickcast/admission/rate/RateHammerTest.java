package org.tickcast.admission.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.ClientAddress;

/** Two hundred at once get not one more than the limit. */
class RateHammerTest {

    private static final int THREADS = 200;
    private static final int EACH = 50;
    private static final long DEADLINE_SECONDS = 30;

    private final SettableNanos clock = new SettableNanos();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final CyclicBarrier start = new CyclicBarrier(THREADS);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void one_address_gets_its_attempts_and_no_more() throws Exception {
        ConnectRate rate = new ConnectRate(new ConnectRateLimits(60, 0, 10), clock);
        ClientAddress here = new ClientAddress("192.0.2.1");

        assertThat(allowedAtOnce(i -> rate.attempt(here))).isEqualTo(60);

        clock.advance(Duration.ofSeconds(7));

        assertThat(allowedAtOnce(i -> rate.attempt(here))).isEqualTo(7);
    }

    @Test
    void one_user_gets_his_messages_and_no_more() throws Exception {
        MessageRate rate = new MessageRate(10, clock);
        MessageLimits limits = new MessageLimits(1000, 1200);

        assertThat(allowedAtOnce(i -> rate.message("ann", limits))).isEqualTo(1000);

        clock.advance(Duration.ofSeconds(1));

        assertThat(allowedAtOnce(i -> rate.message("ann", limits))).isEqualTo(220);
    }

    @Test
    void each_of_many_gets_his_own() throws Exception {
        MessageRate rate = new MessageRate(100, clock);
        MessageLimits limits = new MessageLimits(3, 100);

        assertThat(allowedAtOnce(i -> rate.message("user " + i % 100, limits))).isEqualTo(300);
        assertThat(rate.trackedUsers()).isEqualTo(100);
    }

    @Test
    void under_pressure_of_too_many_nobody_fails_and_memory_stays_bounded() throws Exception {
        MessageRate rate = new MessageRate(10, clock);
        MessageLimits limits = new MessageLimits(3, 100);

        assertThat(allowedAtOnce(i -> rate.message("user " + i, limits))).isEqualTo(THREADS * EACH);
        assertThat(rate.trackedUsers()).isEqualTo(10);
    }

    /** How many of all that are asked, each by its number, are allowed. */
    private long allowedAtOnce(IntFunction<RateAnswer> question) throws Exception {
        List<Future<Integer>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int first = thread * EACH;
            running.add(threads.submit(() -> {
                start.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
                return allowed(first, question);
            }));
        }
        long allowed = 0;
        for (Future<Integer> thread : running) {
            allowed += thread.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        }
        return allowed;
    }

    private static int allowed(int first, IntFunction<RateAnswer> question) {
        int allowed = 0;
        for (int i = first; i < first + EACH; i++) {
            allowed += question.apply(i) instanceof RateAnswer.Allowed ? 1 : 0;
        }
        return allowed;
    }
}
