package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
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

/** The invented market in real time: the clock says how far it is, and the inbox how fast it may go. */
class SimulatedFeedTest {

    private static final long SEED = 1;

    private final SettableClock clock = new SettableClock(TEN);
    private final HandCrankedMetronome metronome = new HandCrankedMetronome();
    private final SimulatedFeed feed = new SimulatedFeed(new SimulatedMarket(SEED, TEN), clock, metronome);
    private final List<MarketEvent> read = new ArrayList<>();

    @Nested
    class Given_an_inbox_with_plenty_of_room {

        private final Inbox inbox = new Inbox(100_000);

        Given_an_inbox_with_plenty_of_room() {
            feed.start(inbox);
        }

        @Test
        void the_first_beat_plays_the_first_step() {
            beatAndRead(inbox);

            assertThat(read).isEqualTo(everythingUntil(TEN));
        }

        @Test
        void while_the_clock_stands_still_nothing_happens() {
            beatAndRead(inbox);
            beatAndRead(inbox);
            clock.advance(Duration.ofMillis(9));
            beatAndRead(inbox);

            assertThat(read).isEqualTo(everythingUntil(TEN));
        }

        @Test
        void after_a_pause_it_catches_up() {
            beatAndRead(inbox);
            clock.advance(Duration.ofSeconds(30));
            beatAndRead(inbox);

            assertThat(read).isEqualTo(everythingUntil(TEN.plusSeconds(30)));
        }

        @Test
        void a_clock_that_is_set_back_only_makes_it_wait() {
            clock.advance(Duration.ofSeconds(10));
            beatAndRead(inbox);
            clock.set(TEN);
            beatAndRead(inbox);
            clock.set(TEN.plusSeconds(11));
            beatAndRead(inbox);

            assertThat(read).isEqualTo(everythingUntil(TEN.plusSeconds(11)));
        }

        @Test
        void once_closed_nothing_happens_any_more() {
            beatAndRead(inbox);
            feed.close();
            clock.advance(Duration.ofSeconds(30));
            beatAndRead(inbox);

            assertThat(metronome.isStill()).isTrue();
            assertThat(read).isEqualTo(everythingUntil(TEN));
        }
    }

    @Nested
    class Given_an_inbox_with_room_for_one_step {

        private final Inbox inbox = new Inbox(SimulatedMarket.MAX_EVENTS_PER_STEP);

        Given_an_inbox_with_room_for_one_step() {
            feed.start(inbox);
        }

        @Test
        void the_market_stands_still_until_somebody_reads() {
            clock.advance(Duration.ofSeconds(30));
            metronome.beat();
            int room = inbox.room();

            metronome.beat();

            assertThat(inbox.room()).isEqualTo(room).isLessThan(SimulatedMarket.MAX_EVENTS_PER_STEP);
        }

        @Test
        void nothing_is_lost_however_often_it_had_to_wait() {
            clock.advance(Duration.ofSeconds(30));
            List<MarketEvent> expected = everythingUntil(TEN.plusSeconds(30));

            for (int beat = 0; beat < 2 * expected.size(); beat++) {
                beatAndRead(inbox);
            }

            assertThat(read).isEqualTo(expected);
        }
    }

    @Test
    void when_it_is_closed_as_it_brings_something_nobody_takes_it_and_nothing_is_wrong() {
        feed.start(refusing(feed::close));

        metronome.beat();

        assertThat(metronome.isStill()).isTrue();
    }

    @Test
    void an_inbox_that_takes_nothing_though_it_had_room_is_a_fault() {
        feed.start(refusing(() -> {}));

        assertThatIllegalStateException().isThrownBy(metronome::beat).withMessageContaining("another feed");
    }

    /** One that says it has room, and then has none. */
    private static EventSink refusing(Runnable meanwhile) {
        return new EventSink() {
            @Override
            public boolean offer(MarketEvent event) {
                meanwhile.run();
                return false;
            }

            @Override
            public int room() {
                return Integer.MAX_VALUE;
            }
        };
    }

    @Test
    void a_feed_that_never_started_can_be_closed() {
        feed.close();

        assertThat(metronome.isStill()).isTrue();
        assertThat(feed.name()).isEqualTo("simulated");
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
