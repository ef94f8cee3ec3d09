package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.foreign;
import static org.tickcast.testing.SampleMarket.index;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.market.Watchlist;
import org.tickcast.testing.RecordingSubscriber;
import org.tickcast.wire.Channel;

/** Readers share what is written for them, and do not disturb each other. */
class BroadcastAudienceTest {

    private final BroadcastStage stage = new BroadcastStage(17);
    private final RecordingSubscriber reader = new RecordingSubscriber();

    @Nested
    class Given_many_readers {

        private final List<RecordingSubscriber> readers =
                Stream.generate(RecordingSubscriber::new).limit(100).toList();

        Given_many_readers() {
            readers.forEach(each -> stage.broadcaster.join(Channel.MARKET, each));
            stage.tickAt(0);
        }

        @Test
        void a_frame_is_written_once_for_all_of_them() {
            stage.somethingHappens();
            stage.tickAt(1_000);

            assertThat(stage.encoded).extracting(Frame::version).containsExactly(0L, 1L);
            assertThat(readers)
                    .allSatisfy(each -> assertThat(each.frames().get(1)).isSameAs(stage.encoded.get(1)));
        }

        @Test
        void a_newcomer_is_given_the_frame_that_the_others_have() {
            stage.broadcaster.join(Channel.MARKET, reader);
            stage.tickAt(100);

            assertThat(stage.encoded).hasSize(1);
            assertThat(reader.frames()).containsExactly(stage.encoded.get(0));
            assertThat(readers).allSatisfy(each -> assertThat(each.frames()).hasSize(1));
        }

        @Test
        void a_newcomer_neither_delays_nor_repeats_a_frame_of_the_others() {
            stage.somethingHappens();
            stage.tickAt(1_000);
            stage.somethingHappens();
            stage.broadcaster.join(Channel.MARKET, reader);
            stage.tickAt(1_200);

            assertThat(reader.versions()).containsExactly(2L);
            assertThat(readers).allSatisfy(each -> assertThat(each.versions()).containsExactly(0L, 1L));

            stage.tickAt(1_499);
            stage.tickAt(1_500);
            stage.tickAt(9_000);

            assertThat(readers).allSatisfy(each -> assertThat(each.versions()).containsExactly(0L, 1L, 2L));
            assertThat(stage.encoded).extracting(Frame::version).containsExactly(0L, 1L, 2L);
        }

        @Test
        void newcomers_at_every_tick_leave_the_others_their_pace() {
            for (int millis = 500; millis <= 2_000; millis += 100) {
                stage.somethingHappens();
                stage.broadcaster.join(Channel.MARKET, new RecordingSubscriber());
                stage.tickAt(millis);
            }

            assertThat(readers).allSatisfy(each -> assertThat(each.versions()).containsExactly(0L, 1L, 6L, 11L, 16L));
        }
    }

    @Nested
    class Given_a_reader_on_each_channel {

        private final RecordingSubscriber foreignReader = new RecordingSubscriber();
        private final RecordingSubscriber indexReader = new RecordingSubscriber();

        Given_a_reader_on_each_channel() {
            stage.broadcaster.join(Channel.MARKET, reader);
            stage.broadcaster.join(Channel.FOREIGN, foreignReader);
            stage.broadcaster.join(Channel.INDEX, indexReader);
            stage.tickAt(0);
        }

        @Test
        void a_foreign_report_is_no_news_to_the_indices() {
            stage.board.apply(foreign(FPT, 1, 2, TEN));
            stage.tickAt(1_000);

            assertThat(foreignReader.versions()).containsExactly(0L, 1L);
            assertThat(reader.versions()).containsExactly(0L, 1L);
            assertThat(indexReader.versions()).containsExactly(0L);
        }

        @Test
        void an_index_is_no_news_to_the_foreign_flow() {
            stage.board.apply(index(Watchlist.VN30, 2_000, TEN));
            stage.tickAt(1_000);

            assertThat(indexReader.versions()).containsExactly(0L, 1L);
            assertThat(foreignReader.versions()).containsExactly(0L);
        }

        @Test
        void each_channel_keeps_its_own_interval() {
            stage.board.apply(foreign(FPT, 1, 2, TEN));
            stage.tickAt(1_000);
            stage.board.apply(index(Watchlist.VN30, 2_000, TEN));
            stage.tickAt(1_001);

            assertThat(indexReader.versions()).containsExactly(0L, 2L);
            assertThat(reader.versions()).containsExactly(0L, 1L);
        }

        @Test
        void leaving_one_channel_is_not_leaving_another() {
            stage.broadcaster.join(Channel.INDEX, reader);
            stage.broadcaster.leave(Channel.MARKET, reader);
            stage.tickAt(500);
            stage.board.apply(index(Watchlist.VN30, 2_000, TEN));
            stage.tickAt(1_000);

            assertThat(reader.frames())
                    .extracting(Frame::channel)
                    .containsExactly(Channel.MARKET, Channel.INDEX, Channel.INDEX);
        }
    }

    @Test
    void a_report_of_what_was_known_already_is_sent_to_nobody() {
        stage.broadcaster.join(Channel.FOREIGN, reader);
        stage.board.apply(foreign(FPT, 0, 0, TEN));
        stage.tickAt(0);
        stage.board.apply(foreign(FPT, 0, 0, TEN.plusSeconds(1)));
        stage.tickAt(1_000);
        stage.board.apply(foreign(FPT, 100, 0, TEN.plusSeconds(2)));
        stage.tickAt(2_000);

        assertThat(reader.versions()).containsExactly(1L, 3L);
    }

    @Test
    void a_frame_that_only_a_newcomer_had_is_still_news_to_the_others() {
        RecordingSubscriber newcomer = new RecordingSubscriber();
        stage.broadcaster.join(Channel.MARKET, reader);
        stage.tickAt(0);
        stage.somethingHappens();
        stage.broadcaster.join(Channel.MARKET, newcomer);
        stage.tickAt(100);
        stage.tickAt(500);

        assertThat(newcomer.versions().get(0)).isEqualTo(1);
        assertThat(reader.versions()).containsExactly(0L, 1L);
    }

    @Test
    void a_channel_that_fails_does_so_alone() {
        BroadcastStage failing = new BroadcastStage(0, frame -> {
            if (frame.channel() == Channel.MARKET) {
                throw new IllegalStateException("The market cannot be written");
            }
        });
        failing.broadcaster.join(Channel.MARKET, new RecordingSubscriber());
        failing.broadcaster.join(Channel.INDEX, reader);

        assertThatThrownBy(() -> failing.tickAt(0)).hasMessage("The market cannot be written");

        assertThat(reader.frames()).hasSize(1);
    }
}
