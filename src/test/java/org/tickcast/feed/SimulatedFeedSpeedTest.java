package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.market.MarketEvent;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.testing.SettableClock;

/** Time in the invented market may pass faster or slower than outside, or be another time altogether. */
class SimulatedFeedSpeedTest {

    private static final long SEED = 1;

    private final SettableClock clock = new SettableClock(TEN);
    private final HandCrankedMetronome metronome = new HandCrankedMetronome();
    private final List<MarketEvent> read = new ArrayList<>();

    @Nested
    class Given_a_speed_of_1000 {

        private final Inbox inbox = new Inbox(1_000_000);
        private final SimulatedFeed fast = new SimulatedFeed(new SimulatedMarket(SEED, TEN), 1_000, clock, metronome);

        Given_a_speed_of_1000() {
            fast.start(inbox);
        }

        @Test
        void a_beat_of_50_ms_plays_50_seconds() {
            beatAndRead(inbox);
            clock.advance(Duration.ofMillis(50));
            beatAndRead(inbox);

            assertThat(read).isEqualTo(everythingUntil(TEN.plusSeconds(50)));
        }

        @Test
        void after_a_long_pause_a_run_plays_so_many_steps_and_the_next_ones_the_rest() {
            clock.advance(Duration.ofMillis(250));
            beatAndRead(inbox);

            assertThat(read).isEqualTo(everythingUntil(TEN.plusMillis(10L * SimulatedFeed.MAX_STEPS_PER_RUN - 10)));

            beatAndRead(inbox);
            beatAndRead(inbox);
            beatAndRead(inbox);

            assertThat(read).isEqualTo(everythingUntil(TEN.plusSeconds(250)));
        }

        @Test
        void closed_and_started_again_it_goes_on_where_it_stopped() {
            beatAndRead(inbox);
            fast.close();
            clock.advance(Duration.ofMillis(50));
            fast.start(inbox);
            beatAndRead(inbox);

            assertThat(read).isEqualTo(everythingUntil(TEN.plusSeconds(50)));
        }
    }

    @Nested
    class Given_a_speed_of_1000_and_a_small_inbox {

        private final Inbox inbox = new Inbox(1_000);
        private final SimulatedFeed fast = new SimulatedFeed(new SimulatedMarket(SEED, TEN), 1_000, clock, metronome);

        @Test
        void it_waits_for_the_reader_and_nothing_is_lost() {
            fast.start(inbox);
            clock.advance(Duration.ofMillis(50));
            List<MarketEvent> expected = everythingUntil(TEN.plusSeconds(50));

            for (int beat = 0; beat < expected.size() && read.size() < expected.size(); beat++) {
                metronome.beat();
                assertThat(inbox.room()).isLessThan(1_000);
                inbox.drainTo(read::add);
            }

            assertThat(read).isEqualTo(expected);
        }
    }

    @Nested
    class Given_a_speed_of_a_tenth {

        private final Inbox inbox = new Inbox(100_000);
        private final SimulatedFeed slow = new SimulatedFeed(new SimulatedMarket(SEED, TEN), 0.1, clock, metronome);

        @Test
        void ten_seconds_play_one() {
            slow.start(inbox);
            for (int beat = 0; beat < 200; beat++) {
                clock.advance(Duration.ofMillis(50));
                beatAndRead(inbox);
            }

            assertThat(read).isEqualTo(everythingUntil(TEN.plusSeconds(1)));
        }
    }

    @Nested
    class Given_a_market_that_starts_at_another_time {

        private static final Instant YESTERDAY = TEN.minus(Duration.ofDays(1));

        private final Inbox inbox = new Inbox(100_000);

        @Test
        void its_time_passes_as_ours_does() {
            SimulatedMarket market = new SimulatedMarket(SEED, YESTERDAY);
            new SimulatedFeed(market, clock, metronome).start(inbox);
            clock.advance(Duration.ofSeconds(1));
            beatAndRead(inbox);

            assertThat(market.nextStep()).isEqualTo(YESTERDAY.plusMillis(1_010));
        }
    }

    private void beatAndRead(Inbox inbox) {
        metronome.beat();
        inbox.drainTo(read::add);
    }

    private static List<MarketEvent> everythingUntil(Instant now) {
        SimulatedMarket twin = new SimulatedMarket(SEED, TEN);
        List<MarketEvent> events = new ArrayList<>();
        while (!twin.nextStep().isAfter(now)) {
            twin.step(events::add);
        }
        return events;
    }
}
