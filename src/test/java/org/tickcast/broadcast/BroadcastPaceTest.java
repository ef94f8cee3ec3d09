package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.RecordingSubscriber;
import org.tickcast.wire.Channel;

/** When a reader is given a frame. The interval is half a second; the tests turn the clock. */
class BroadcastPaceTest {

    private final BroadcastStage stage = new BroadcastStage(17);
    private final RecordingSubscriber reader = new RecordingSubscriber();

    @Nested
    class Given_nobody_reads {

        @Test
        void nothing_is_written() {
            stage.somethingHappens();
            stage.tickAt(0);
            stage.somethingHappens();
            stage.tickAt(1_000);

            assertThat(stage.encoded).isEmpty();
        }

        @Test
        void a_newcomer_is_given_the_present_at_the_next_tick() {
            stage.somethingHappens();
            stage.broadcaster.join(Channel.MARKET, reader);

            stage.tickAt(0);

            assertThat(reader.frames()).containsExactly(new Frame(Channel.MARKET, 1, stage.presentOf(Channel.MARKET)));
        }

        @Test
        void a_newcomer_to_a_market_in_which_nothing_has_happened_is_given_that() {
            stage.broadcaster.join(Channel.INDEX, reader);

            stage.tickAt(0);

            assertThat(reader.frames()).containsExactly(new Frame(Channel.INDEX, 0, "{}"));
        }

        @Test
        void whoever_leaves_before_the_tick_gets_nothing() {
            stage.broadcaster.join(Channel.MARKET, reader);
            stage.broadcaster.leave(Channel.MARKET, reader);

            stage.tickAt(0);

            assertThat(reader.frames()).isEmpty();
            assertThat(stage.encoded).isEmpty();
        }
    }

    @Nested
    class Given_one_reader_and_a_long_silence {

        Given_one_reader_and_a_long_silence() {
            stage.broadcaster.join(Channel.MARKET, reader);
            stage.tickAt(-10_000);
        }

        @Test
        void without_a_change_there_is_no_frame() {
            stage.tickAt(0);

            assertThat(reader.versions()).containsExactly(0L);
        }

        @Test
        void the_first_change_goes_out_at_once() {
            stage.somethingHappens();

            stage.tickAt(0);

            assertThat(reader.versions()).containsExactly(0L, 1L);
        }

        @Test
        void more_changes_within_the_interval_are_one_frame_at_its_end() {
            stage.somethingHappens();
            stage.tickAt(0);
            stage.somethingHappens();
            stage.tickAt(10);
            stage.somethingHappens();
            stage.tickAt(499);

            assertThat(reader.versions()).containsExactly(0L, 1L);

            stage.tickAt(500);

            assertThat(reader.versions()).containsExactly(0L, 1L, 3L);
            assertThat(reader.frames().get(2).text()).isEqualTo(stage.presentOf(Channel.MARKET));
        }

        @Test
        void the_last_change_is_never_lost() {
            stage.somethingHappens();
            stage.tickAt(0);
            stage.somethingHappens();
            stage.tickAt(1);

            stage.tickAt(5_000);
            stage.tickAt(10_000);

            assertThat(reader.versions()).containsExactly(0L, 1L, 2L);
        }

        @Test
        void a_market_that_never_rests_is_shown_once_per_interval() {
            for (int millis = 0; millis <= 2_000; millis += 10) {
                stage.somethingHappens();
                stage.tickAt(millis);
            }

            assertThat(reader.versions()).containsExactly(0L, 1L, 51L, 101L, 151L, 201L);
        }

        @Test
        void who_leaves_gets_no_more() {
            stage.broadcaster.leave(Channel.MARKET, reader);
            stage.somethingHappens();

            stage.tickAt(0);

            assertThat(reader.versions()).containsExactly(0L);
            assertThat(stage.encoded).hasSize(1);
        }

        @Test
        void who_leaves_and_returns_is_given_the_present_at_once() {
            stage.somethingHappens();
            stage.tickAt(0);
            stage.broadcaster.leave(Channel.MARKET, reader);
            stage.somethingHappens();
            stage.tickAt(10);
            stage.broadcaster.join(Channel.MARKET, reader);

            stage.tickAt(20);

            assertThat(reader.versions()).containsExactly(0L, 1L, 2L);
        }
    }

    @Test
    void a_clock_that_runs_over_changes_nothing() {
        BroadcastStage soon =
                new BroadcastStage(Long.MAX_VALUE - Duration.ofMillis(200).toNanos());
        soon.broadcaster.join(Channel.MARKET, reader);
        soon.tickAt(0);

        for (int millis = 0; millis <= 1_000; millis += 100) {
            soon.somethingHappens();
            soon.tickAt(millis);
        }

        assertThat(reader.versions()).containsExactly(0L, 6L, 11L);
    }
}
