package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tickcast.feed.FeedStatus.State.CONNECTED;
import static org.tickcast.feed.FeedStatus.State.DOWN;
import static org.tickcast.feed.FeedStatus.State.ENDED;
import static org.tickcast.feed.FeedStatus.State.STALE;
import static org.tickcast.feed.FeedStatus.State.STARTING;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.SettableClock;
import org.tickcast.testing.SteeredFeed;

/** A feed is kept running, and whoever wants to know how it is doing hears of each change once. */
class FeedSupervisorTest {

    private static final Duration STALE_AFTER = Duration.ofSeconds(30);
    private static final SupervisionLimits LIMITS =
            new SupervisionLimits(STALE_AFTER, Duration.ofSeconds(1), Duration.ofMinutes(1));

    private final SettableClock clock = new SettableClock(TEN);
    private final HandCrankedMetronome metronome = new HandCrankedMetronome();
    private final SteeredFeed feed = new SteeredFeed();
    private final Inbox inbox = new Inbox(10);
    private final List<FeedStatus> told = new ArrayList<>();
    private final LogRecorder log = new LogRecorder(FeedSupervisor.class);
    private boolean marketOpen = true;

    private final FeedSupervisor supervisor =
            new FeedSupervisor(feed, LIMITS, () -> marketOpen, clock, metronome, new Random(1), told::add);

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void before_it_is_started_nothing_is_known() {
        assertThat(supervisor.status()).isEqualTo(new FeedStatus(STARTING, "", TEN));
        assertThat(supervisor.status().connected()).isFalse();
        assertThat(supervisor.name()).isEqualTo("steered");
        assertThat(feed.starts()).isZero();
    }

    @Test
    void what_is_not_run_here_is_not_started_anew() {
        assertThat(supervisor.restart("somebody wants it")).isFalse();

        assertThat(feed.starts()).isZero();
        assertThat(told).isEmpty();
    }

    @Nested
    class Given_a_feed_that_stands {

        Given_a_feed_that_stands() {
            supervisor.start(inbox);
            metronome.beat();
        }

        @Test
        void an_operator_has_it_started_anew_at_once() {
            assertThat(supervisor.restart("an operator wants it")).isTrue();
            assertThat(supervisor.status()).isEqualTo(new FeedStatus(DOWN, "an operator wants it", TEN));

            metronome.beat();

            assertThat(feed.starts()).isEqualTo(2);
            assertThat(supervisor.status().connected()).isTrue();
        }

        @Test
        void it_is_connected_and_its_events_arrive() {
            assertThat(feed.gives(trade(FPT, 98_500, 100))).isTrue();
            metronome.beat();

            assertThat(inbox.room()).isEqualTo(9);
            assertThat(told).containsExactly(new FeedStatus(CONNECTED, "", TEN));
        }

        @Test
        void a_full_inbox_shows_through() {
            for (int i = 0; i < 10; i++) {
                feed.gives(trade(FPT, 98_500, 100));
            }

            assertThat(feed.gives(trade(FPT, 98_500, 100))).isFalse();
        }

        @Test
        void when_it_fails_it_is_closed_and_down() {
            feed.listener().failed("the line is dead");
            advanceAndBeat(Duration.ofMillis(100));

            assertThat(feed.isRunning()).isFalse();
            assertThat(supervisor.status()).isEqualTo(new FeedStatus(DOWN, "the line is dead", TEN.plusMillis(100)));
        }

        @Test
        void it_is_tried_again_after_a_second_or_two() {
            feed.listener().failed("the line is dead");
            metronome.beat();
            advanceAndBeat(Duration.ofMillis(999));

            assertThat(feed.starts()).isEqualTo(1);

            advanceAndBeat(Duration.ofMillis(1_001));

            assertThat(feed.starts()).isEqualTo(2);
            assertThat(feed.isRunning()).isTrue();
        }

        @Test
        void the_waits_double_up_to_a_minute_and_are_hardly_ever_alike() {
            List<Duration> waits = new ArrayList<>();
            feed.refuseToStart(new IllegalStateException("No line"));
            feed.listener().failed("the line is dead");
            metronome.beat();
            for (int i = 0; i < 12; i++) {
                waits.add(untilItIsTriedAgain());
            }

            for (int i = 0; i < waits.size(); i++) {
                Duration most = Duration.ofSeconds(Math.min(60, 2L << i));
                assertThat(waits.get(i)).isBetween(most.dividedBy(2), most.plusMillis(100));
            }
            assertThat(Set.copyOf(waits)).hasSizeGreaterThan(8);
            assertThat(told).extracting(FeedStatus::state).containsOnly(CONNECTED, DOWN);
            assertThat(supervisor.status().why()).isEqualTo("it did not start: No line");
        }

        @Test
        void it_is_back_with_its_first_event_and_the_waits_start_over() {
            feed.refuseToStart(new IllegalStateException("No line"));
            feed.listener().failed("the line is dead");
            metronome.beat();
            for (int i = 0; i < 5; i++) {
                untilItIsTriedAgain();
            }
            feed.refuseToStart(null);
            untilItIsTriedAgain();

            assertThat(supervisor.status().state()).isEqualTo(DOWN);

            feed.gives(trade(FPT, 98_500, 100));
            metronome.beat();

            assertThat(supervisor.status()).isEqualTo(new FeedStatus(CONNECTED, "", clock.instant()));

            feed.listener().failed("the line is dead again");
            metronome.beat();

            assertThat(untilItIsTriedAgain()).isLessThan(Duration.ofMillis(2_101));
        }

        @Test
        void without_an_event_it_is_back_when_it_has_stood_for_three_seconds() {
            marketOpen = false;
            feed.listener().failed("the line is dead");
            metronome.beat();
            untilItIsTriedAgain();
            advanceAndBeat(Duration.ofMillis(2_999));

            assertThat(supervisor.status().state()).isEqualTo(DOWN);

            advanceAndBeat(Duration.ofMillis(1));

            assertThat(supervisor.status().state()).isEqualTo(CONNECTED);
        }

        @Test
        void one_that_fails_at_every_start_is_down_all_the_while() {
            for (int i = 0; i < 20; i++) {
                feed.listener().failed("the line is dead");
                advanceAndBeat(Duration.ofMillis(100));
                untilItIsTriedAgain();
            }

            assertThat(told).extracting(FeedStatus::state).containsExactly(CONNECTED, DOWN);
            assertThat(log.lines())
                    .containsExactly(
                            "INFO The steered feed is connected",
                            "WARNING The steered feed is down, and tried again: the line is dead");
        }

        @Test
        void silence_in_an_open_market_makes_it_stale_and_an_event_well_again() {
            advanceAndBeat(STALE_AFTER.minusMillis(1));

            assertThat(supervisor.status().connected()).isTrue();

            advanceAndBeat(Duration.ofMillis(1));
            advanceAndBeat(Duration.ofSeconds(100));

            assertThat(supervisor.status())
                    .isEqualTo(
                            new FeedStatus(STALE, "silent for PT30S while its market is open", TEN.plus(STALE_AFTER)));
            assertThat(supervisor.status().connected()).isFalse();
            assertThat(feed.starts()).isEqualTo(1);

            feed.gives(trade(FPT, 98_500, 100));
            metronome.beat();

            assertThat(told).extracting(FeedStatus::state).containsExactly(CONNECTED, STALE, CONNECTED);
        }

        @Test
        void silence_at_night_is_nothing_and_the_morning_begins_to_count_anew() {
            marketOpen = false;
            advanceAndBeat(Duration.ofHours(17));
            marketOpen = true;
            advanceAndBeat(STALE_AFTER.minusMillis(1));

            assertThat(told).extracting(FeedStatus::state).containsExactly(CONNECTED);

            advanceAndBeat(Duration.ofMillis(1));

            assertThat(supervisor.status().state()).isEqualTo(STALE);
        }

        @Test
        void one_that_was_stale_in_the_evening_is_so_until_it_speaks() {
            advanceAndBeat(STALE_AFTER);
            marketOpen = false;
            advanceAndBeat(Duration.ofHours(1));

            assertThat(supervisor.status().state()).isEqualTo(STALE);
        }

        @Test
        void a_clock_that_is_set_back_makes_nothing_late_and_nothing_stale() {
            feed.listener().failed("the line is dead");
            metronome.beat();
            clock.advance(Duration.ofHours(-5));
            metronome.beat();
            advanceAndBeat(Duration.ofSeconds(2));

            assertThat(feed.starts()).isEqualTo(2);

            clock.advance(Duration.ofHours(-5));
            metronome.beat();
            advanceAndBeat(STALE_AFTER);

            assertThat(supervisor.status().state()).isEqualTo(STALE);
        }

        @Test
        void what_it_noticed_is_told_and_it_stays_connected() {
            feed.listener().noticed("a file is damaged");
            metronome.beat();
            metronome.beat();

            assertThat(told)
                    .containsExactly(
                            new FeedStatus(CONNECTED, "", TEN), new FeedStatus(CONNECTED, "a file is damaged", TEN));
        }

        @Test
        void one_that_has_ended_is_not_started_again() {
            feed.listener().ended("nothing is left");
            metronome.beat();
            advanceAndBeat(Duration.ofHours(1));

            assertThat(supervisor.status()).isEqualTo(new FeedStatus(ENDED, "nothing is left", TEN));
            assertThat(supervisor.status().connected()).isFalse();
            assertThat(feed.starts()).isEqualTo(1);
            assertThat(feed.isRunning()).isFalse();
        }

        @Test
        void one_that_has_ended_and_has_more_after_all_is_started_again_at_once() {
            feed.listener().ended("nothing is left");
            metronome.beat();
            feed.getsMore();
            metronome.beat();
            metronome.beat();

            assertThat(feed.starts()).isEqualTo(2);
            assertThat(told).extracting(FeedStatus::state).containsExactly(CONNECTED, ENDED, CONNECTED);
        }

        @Test
        void one_that_has_more_and_does_not_start_is_down_and_tried_again() {
            feed.listener().ended("nothing is left");
            metronome.beat();
            feed.getsMore();
            feed.refuseToStart(new IllegalStateException("There is no tape"));
            metronome.beat();
            assertThat(supervisor.status().state()).isEqualTo(DOWN);

            feed.refuseToStart(null);
            untilItIsTriedAgain();

            assertThat(feed.isRunning()).isTrue();
        }

        @Test
        void what_an_earlier_life_still_says_is_not_heard() {
            FeedListener earlier = feed.listener();
            earlier.failed("the line is dead");
            metronome.beat();
            untilItIsTriedAgain();
            feed.gives(trade(FPT, 98_500, 100));
            metronome.beat();

            earlier.failed("an echo");
            metronome.beat();

            assertThat(supervisor.status().state()).isEqualTo(CONNECTED);
        }

        @Test
        void once_closed_nothing_happens_any_more() {
            supervisor.close();
            supervisor.close();

            assertThat(feed.isRunning()).isFalse();
            assertThat(metronome.isStill()).isTrue();
        }
    }

    @Test
    void a_feed_that_cannot_even_start_is_down_from_the_beginning() {
        feed.refuseToStart(new IllegalStateException("There is no tape"));
        supervisor.start(inbox);
        metronome.beat();

        assertThat(told).containsExactly(new FeedStatus(DOWN, "it did not start: There is no tape", TEN));
    }

    @Test
    void limits_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SupervisionLimits(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SupervisionLimits(STALE_AFTER, Duration.ofSeconds(3), Duration.ofSeconds(2)))
                .withMessageContaining("from PT3S to PT2S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SupervisionLimits(STALE_AFTER, Duration.ZERO, Duration.ofSeconds(2)));
    }

    private void advanceAndBeat(Duration by) {
        clock.advance(by);
        metronome.beat();
    }

    private Duration untilItIsTriedAgain() {
        int before = feed.starts();
        Duration waited = Duration.ZERO;
        while (feed.starts() == before && waited.compareTo(Duration.ofMinutes(5)) < 0) {
            advanceAndBeat(Duration.ofMillis(100));
            waited = waited.plusMillis(100);
        }
        return waited;
    }
}
