package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.admission.Callers.HERE;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.SettableClock;

/** Two hundred handshakes at once get not one place more than there are, and leave not one behind. */
class LeaseBookHammerTest {

    private static final int THREADS = 200;
    private static final int LIMIT = 5;
    private static final long DEADLINE_SECONDS = 30;
    private static final Duration OPEN_WITHIN = Duration.ofSeconds(10);

    private final SettableClock clock = new SettableClock(TEN);
    private final LeaseBook book = new LeaseBook(Callers.limits(LIMIT), Callers.PLANS, clock);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final CyclicBarrier start = new CyclicBarrier(THREADS);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void those_who_all_want_one_at_once_get_exactly_as_many_as_there_are() throws Exception {
        List<Boolean> given = allAtOnce(() -> take() != null);

        assertThat(given.stream().filter(place -> place)).hasSize(LIMIT);
        assertThat(book.heldBy(HERE)).isEqualTo(LIMIT);
    }

    @Test
    void coming_and_going_never_exceeds_the_limit_and_leaks_nothing() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger mostInside = new AtomicInteger();
        AtomicInteger admitted = new AtomicInteger();

        allAtOnce(() -> {
            for (int i = 0; i < 200; i++) {
                Lease lease = take();
                if (lease != null) {
                    mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    admitted.incrementAndGet();
                    lease.claim();
                    inside.decrementAndGet();
                    lease.release();
                }
            }
            return true;
        });

        assertThat(admitted.get()).isPositive();
        assertThat(mostInside.get()).isBetween(1, LIMIT);
        assertThat(book.heldBy(HERE)).isZero();
        assertThat(book.total()).isZero();
    }

    @Test
    void a_place_that_everybody_gives_back_at_once_is_given_back_once() throws Exception {
        Lease shared = Objects.requireNonNull(take());
        Lease kept = Objects.requireNonNull(take());

        allAtOnce(() -> {
            shared.release();
            return true;
        });

        assertThat(book.heldBy(HERE)).isEqualTo(1);
        assertThat(kept.claim()).isTrue();
    }

    @Test
    void a_socket_that_opens_while_it_is_found_late_is_one_or_the_other() throws Exception {
        for (int round = 0; round < 20; round++) {
            Lease lease = Objects.requireNonNull(take());
            clock.advance(OPEN_WITHIN.plusMillis(1));
            AtomicInteger turn = new AtomicInteger();

            List<Boolean> claims = allAtOnce(() -> {
                if (turn.getAndIncrement() % 2 == 0) {
                    book.releaseLate();
                    return false;
                }
                return lease.claim();
            });

            long opened = claims.stream().filter(claim -> claim).count();
            assertThat(opened).isEqualTo(book.heldBy(HERE)).isLessThanOrEqualTo(1);

            lease.release();

            assertThat(book.heldBy(HERE)).isZero();
        }
    }

    private @Nullable Lease take() {
        return book.take(Callers.from(HERE)) instanceof Verdict.Admitted admitted ? admitted.lease() : null;
    }

    private <T> List<T> allAtOnce(Callable<T> work) throws Exception {
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            running.add(threads.submit(() -> {
                start.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
                return work.call();
            }));
        }
        List<T> answers = new ArrayList<>();
        for (Future<T> thread : running) {
            answers.add(thread.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
        }
        return answers;
    }
}
