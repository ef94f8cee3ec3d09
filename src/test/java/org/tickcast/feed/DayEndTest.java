package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickcast.market.DailyReset;
import org.tickcast.market.MarketEvent;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.testing.SampleMarket;
import org.tickcast.testing.SettableClock;

/** By the clock, each day ends once, whatever the machine and its clock went through. */
class DayEndTest {

    /** A Wednesday. */
    private static final Instant END = Instant.parse("2026-02-11T08:05:00Z");

    private static final Duration A_DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock(TEN);
    private final HandCrankedMetronome metronome = new HandCrankedMetronome();
    private final List<MarketEvent> ends = new ArrayList<>();
    private final Inbox inbox = new Inbox(1);
    private final Metronome.Beating beating = new DayEnd(ResetTime.USUAL, clock).start(inbox, metronome);

    @Test
    void the_day_ends_at_its_time_and_not_again() {
        lookAt(TEN);
        lookAt(END.minusMillis(1));
        assertThat(ends).isEmpty();

        lookAt(END.plusMillis(600));
        lookAt(END.plusMillis(1_600));
        lookAt(END.plus(A_DAY).minusMillis(1));

        assertThat(ends).containsExactly(new DailyReset(END));
    }

    @Test
    void every_day_ends_and_the_days_of_a_weekend_too() {
        for (int hour = 0; hour < 7 * 24; hour++) {
            lookAt(TEN.plus(Duration.ofHours(hour)));
        }

        assertThat(ends)
                .containsExactly(
                        new DailyReset(END),
                        new DailyReset(END.plus(A_DAY)),
                        new DailyReset(END.plus(A_DAY.multipliedBy(2))),
                        new DailyReset(END.plus(A_DAY.multipliedBy(3))),
                        new DailyReset(END.plus(A_DAY.multipliedBy(4))),
                        new DailyReset(END.plus(A_DAY.multipliedBy(5))),
                        new DailyReset(END.plus(A_DAY.multipliedBy(6))));
    }

    @Test
    void a_machine_that_slept_through_it_ends_the_day_when_it_wakes() {
        lookAt(TEN);
        lookAt(END.plus(Duration.ofHours(17)));

        assertThat(ends).containsExactly(new DailyReset(END));
    }

    @Test
    void one_that_slept_for_days_ends_one() {
        lookAt(END.plus(Duration.ofDays(3)).plusSeconds(60));
        lookAt(END.plus(Duration.ofDays(3)).plusSeconds(61));

        assertThat(ends).containsExactly(new DailyReset(END.plus(Duration.ofDays(3))));
    }

    @Test
    void a_day_that_was_over_before_the_start_is_no_business_of_ours() {
        beating.close();
        clock.set(END);
        new DayEnd(ResetTime.USUAL, clock).start(inbox, metronome);

        lookAt(END);
        lookAt(END.plusSeconds(1));

        assertThat(ends).isEmpty();
    }

    @Test
    void a_clock_that_is_set_back_ends_no_day_twice() {
        lookAt(END);
        lookAt(END.minusSeconds(600));
        lookAt(END);
        lookAt(END.plus(A_DAY));

        assertThat(ends).containsExactly(new DailyReset(END), new DailyReset(END.plus(A_DAY)));
    }

    @Test
    void a_clock_that_ran_a_year_ahead_keeps_no_later_day_from_ending() {
        Instant farAhead = END.plus(Duration.ofDays(365));
        lookAt(farAhead);
        lookAt(TEN.plusSeconds(60));
        assertThat(ends).containsExactly(new DailyReset(farAhead));

        lookAt(END);

        assertThat(ends).containsExactly(new DailyReset(farAhead), new DailyReset(END));
    }

    @Test
    void a_full_inbox_only_delays_it() {
        assertThat(inbox.offer(SampleMarket.trade(FPT, 98_500, 100))).isTrue();
        clock.set(END);
        metronome.beat();
        inbox.drainTo(event -> {});

        lookAt(END.plusSeconds(1));
        lookAt(END.plusSeconds(2));

        assertThat(ends).containsExactly(new DailyReset(END));
    }

    @Test
    void once_closed_it_looks_no_more() {
        beating.close();

        lookAt(END);

        assertThat(ends).isEmpty();
        assertThat(metronome.isStill()).isTrue();
    }

    private void lookAt(Instant now) {
        clock.set(now);
        metronome.beat();
        inbox.drainTo(ends::add);
    }
}
