package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.LogRecorder;

/** Repeated work goes on whatever happens, and the log tells when that changed. */
class SteadyWorkTest {

    private static final String FAILS = "SEVERE The tick fails, and is repeated all the same";

    private final LogRecorder log = new LogRecorder(SteadyWork.class);
    private final Deque<Runnable> runs = new ArrayDeque<>();
    private final SteadyWork work = new SteadyWork("tick", () -> runs.remove().run());

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void work_that_goes_well_is_not_worth_a_word() {
        run(3, SteadyWorkTest::goesWell);

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void it_goes_on_after_a_failure() {
        run(1, SteadyWorkTest::fails);
        run(1, SteadyWorkTest::goesWell);

        assertThat(runs).isEmpty();
    }

    @Test
    void many_failures_in_a_row_are_one_line_with_the_first_one_s_cause() {
        run(1_000, SteadyWorkTest::fails);

        assertThat(log.lines()).containsExactly(FAILS);
        assertThat(log.records().get(0).getThrown()).hasMessage("Nothing works today");
    }

    @Test
    void an_error_is_a_failure_like_any_other() {
        run(1, () -> {
            throw new OutOfMemoryError("All of it");
        });
        run(1, SteadyWorkTest::goesWell);

        assertThat(log.lines()).containsExactly(FAILS, "INFO The tick works again, after 1 failed runs");
        assertThat(log.records().get(0).getThrown()).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void the_end_of_the_trouble_is_one_line_and_the_next_trouble_is_another() {
        run(7, SteadyWorkTest::fails);
        run(3, SteadyWorkTest::goesWell);
        run(2, SteadyWorkTest::fails);
        run(2, SteadyWorkTest::goesWell);

        assertThat(log.lines())
                .isEqualTo(List.of(
                        FAILS,
                        "INFO The tick works again, after 7 failed runs",
                        FAILS,
                        "INFO The tick works again, after 2 failed runs"));
    }

    private void run(int times, Runnable how) {
        runs.addAll(Collections.nCopies(times, how));
        for (int i = 0; i < times; i++) {
            work.run();
        }
    }

    private static void goesWell() {}

    private static void fails() {
        throw new IllegalStateException("Nothing works today");
    }
}
