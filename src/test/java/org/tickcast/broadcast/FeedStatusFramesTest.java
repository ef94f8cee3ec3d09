package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickcast.testing.RecordingSubscriber;
import org.tickcast.wire.Channel;

/** Readers hear when the market no longer reaches us, and when it does again. */
class FeedStatusFramesTest {

    private static final String AWAY = "{\"type\":\"status\",\"connected\":false}";
    private static final String BACK = "{\"type\":\"status\",\"connected\":true}";

    private final BroadcastStage stage = new BroadcastStage(17);
    private final RecordingSubscriber reader = new RecordingSubscriber();

    @ParameterizedTest
    @EnumSource(names = {"MARKET", "FOREIGN", "INDEX"})
    void every_picture_is_told_of_every_change(Channel channel) {
        stage.broadcaster.join(channel, reader);
        stage.tickAt(0);
        stage.broadcaster.feedConnected(false);
        stage.tickAt(10);
        stage.broadcaster.feedConnected(true);
        stage.tickAt(20);

        assertThat(reader.frames()).extracting(Frame::text).containsExactly(stage.presentOf(channel), AWAY, BACK);
        assertThat(reader.frames()).extracting(Frame::channel).containsOnly(channel);
    }

    @Test
    void whoever_listens_to_alerts_is_told_too_and_so_are_newcomers_while_the_feed_is_away() {
        RecordingSubscriber newcomer = new RecordingSubscriber();
        stage.broadcaster.join(Channel.ALERTS, reader);
        stage.tickAt(0);
        stage.broadcaster.feedConnected(false);
        stage.tickAt(10);
        stage.broadcaster.join(Channel.ALERTS, newcomer);
        stage.tickAt(20);
        stage.broadcaster.feedConnected(true);
        stage.tickAt(30);

        assertThat(reader.frames()).extracting(Frame::text).containsExactly(AWAY, BACK);
        assertThat(newcomer.frames()).extracting(Frame::text).containsExactly(AWAY, BACK);
    }

    @Nested
    class Given_a_reader {

        Given_a_reader() {
            stage.broadcaster.join(Channel.MARKET, reader);
            stage.tickAt(0);
        }

        @Test
        void what_is_no_change_is_said_to_nobody() {
            stage.broadcaster.feedConnected(true);
            stage.tickAt(10);
            stage.broadcaster.feedConnected(false);
            stage.tickAt(20);
            stage.broadcaster.feedConnected(false);
            stage.tickAt(30);

            assertThat(reader.frames()).extracting(Frame::text).containsExactly(stage.presentOf(Channel.MARKET), AWAY);
        }

        @Test
        void a_feed_that_was_away_between_two_ticks_only_was_not_away() {
            stage.broadcaster.feedConnected(false);
            stage.broadcaster.feedConnected(true);
            stage.tickAt(10);

            assertThat(reader.frames()).hasSize(1);
        }

        @Test
        void a_status_neither_waits_for_the_interval_nor_uses_it_up() {
            stage.somethingHappens();
            stage.tickAt(500);
            stage.somethingHappens();
            stage.broadcaster.feedConnected(false);
            stage.tickAt(510);
            stage.tickAt(1_000);

            assertThat(reader.frames())
                    .extracting(Frame::kind)
                    .containsExactly(Frame.Kind.SNAPSHOT, Frame.Kind.SNAPSHOT, Frame.Kind.STATUS, Frame.Kind.SNAPSHOT);
        }

        @Test
        void any_thread_may_say_it() throws InterruptedException, ExecutionException, TimeoutException {
            ExecutorService feed = Executors.newSingleThreadExecutor();
            feed.submit(() -> stage.broadcaster.feedConnected(false)).get(5, TimeUnit.SECONDS);
            feed.shutdown();

            assertThat(reader.frames()).hasSize(1);

            stage.tickAt(10);

            assertThat(reader.frames()).hasSize(2);
        }
    }

    @Nested
    class Given_a_feed_that_is_away {

        Given_a_feed_that_is_away() {
            stage.broadcaster.feedConnected(false);
            stage.tickAt(0);
        }

        @Test
        void a_newcomer_is_given_the_snapshot_and_then_the_status() {
            stage.broadcaster.join(Channel.MARKET, reader);
            stage.tickAt(10);

            assertThat(reader.frames()).extracting(Frame::text).containsExactly(stage.presentOf(Channel.MARKET), AWAY);
        }

        @Test
        void who_comes_when_it_is_back_hears_nothing_of_it() {
            stage.broadcaster.feedConnected(true);
            stage.broadcaster.join(Channel.MARKET, reader);
            stage.tickAt(10);

            assertThat(reader.frames()).extracting(Frame::text).containsExactly(stage.presentOf(Channel.MARKET));
        }
    }

    @Test
    void who_comes_in_the_very_tick_in_which_it_goes_is_told_once() {
        stage.broadcaster.join(Channel.MARKET, reader);
        stage.broadcaster.feedConnected(false);
        stage.tickAt(0);

        assertThat(reader.frames()).extracting(Frame::text).containsExactly(stage.presentOf(Channel.MARKET), AWAY);
    }
}
