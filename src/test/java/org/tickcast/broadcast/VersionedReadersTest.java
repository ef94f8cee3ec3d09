package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickcast.broadcast.VersionedFrame.Kind.BEAT;
import static org.tickcast.broadcast.VersionedFrame.Kind.HELLO;
import static org.tickcast.broadcast.VersionedFrame.Kind.PATCH;
import static org.tickcast.broadcast.VersionedFrame.Kind.SNAPSHOT;
import static org.tickcast.broadcast.VersionedFrame.Kind.STATUS;
import static org.tickcast.broadcast.VersionedStage.EPOCH;
import static org.tickcast.broadcast.VersionedStage.read;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.testing.SlowSocket;
import org.tickcast.wire.Channel;
import org.tickcast.wire.WireCodec;

/** What a reader of a picture is given, and when. The interval is half a second; the tests turn the clock. */
class VersionedReadersTest {

    private final VersionedStage stage = new VersionedStage();

    @Nested
    class Given_a_newcomer {

        private final SlowSocket socket = stage.open();

        @Test
        void it_is_greeted_and_given_the_present() {
            stage.tickAt(0);
            socket.letAllArrive();

            assertThat(socket.kinds()).containsExactly(HELLO, SNAPSHOT);
            assertThat(read(frame(socket, 0)))
                    .containsEntry("channel", "market")
                    .containsEntry("epoch", EPOCH)
                    .containsEntry("version", 2.0)
                    .containsEntry("resumed", false)
                    .containsEntry("reason", null);
            assertThat(read(frame(socket, 1))).containsEntry("version", 2.0).containsEntry("skipped", 0.0);
        }

        @Test
        void a_second_one_is_given_the_picture_that_the_first_has() {
            stage.tickAt(0);
            stage.somethingHappens();
            SlowSocket second = stage.open();
            stage.tickAt(100);
            socket.letAllArrive();
            second.letAllArrive();

            assertThat(frame(second, 1)).isSameAs(frame(socket, 1));
        }

        @Test
        void who_leaves_before_the_tick_gets_nothing() {
            socket.close();
            stage.tickAt(0);

            assertThat(socket.isBusy()).isFalse();
        }

        @Test
        void while_the_feed_is_away_it_is_told_so_behind_the_picture() {
            stage.broadcaster.feedConnected(false);
            stage.tickAt(0);
            socket.letAllArrive();

            assertThat(socket.kinds()).containsExactly(HELLO, SNAPSHOT, STATUS);
            assertThat(read(frame(socket, 2))).containsEntry("connected", false);
        }
    }

    @Nested
    class Given_readers_that_have_the_present {

        private final List<SlowSocket> sockets =
                Stream.generate(stage::open).limit(10).toList();
        private final SlowSocket socket = sockets.get(0);

        Given_readers_that_have_the_present() {
            stage.tickAt(0);
            sockets.forEach(SlowSocket::letAllArrive);
        }

        @Test
        void without_a_change_there_is_no_picture() {
            stage.tickAt(1_000);

            assertThat(socket.isBusy()).isFalse();
        }

        @Test
        void a_patch_is_written_once_for_all_of_them() {
            stage.somethingHappens();
            stage.tickAt(1_000);
            sockets.forEach(SlowSocket::letAllArrive);

            assertThat(frame(socket, 2).kind()).isEqualTo(PATCH);
            assertThat(sockets)
                    .allSatisfy(each -> assertThat(each.arrived()).element(2).isSameAs(frame(socket, 2)));
            assertThat(read(frame(socket, 2)))
                    .containsEntry("from", 2.0)
                    .containsEntry("to", 3.0)
                    .containsEntry("skipped", 0.0);
        }

        @Test
        void more_changes_within_the_interval_are_one_patch_at_its_end() {
            stage.somethingHappens();
            stage.tickAt(1_000);
            socket.letAllArrive();
            stage.somethingHappens();
            stage.tickAt(1_010);
            stage.somethingHappens();
            stage.tickAt(1_499);
            assertThat(socket.isBusy()).isFalse();

            stage.tickAt(1_500);
            socket.letAllArrive();

            assertThat(read(frame(socket, 3))).containsEntry("from", 3.0).containsEntry("to", 5.0);
        }

        @Test
        void a_busy_one_moves_in_one_step_when_it_is_free_and_learns_what_it_missed() {
            for (int second = 1; second <= 4; second++) {
                stage.somethingHappens();
                stage.tickAt(second * 1_000L);
                sockets.subList(1, 10).forEach(SlowSocket::letAllArrive);
            }
            socket.letAllArrive();
            stage.tickAt(4_010);
            socket.letAllArrive();

            assertThat(socket.kinds()).containsExactly(HELLO, SNAPSHOT, PATCH, PATCH);
            assertThat(read(frame(socket, 3)))
                    .containsEntry("from", 3.0)
                    .containsEntry("to", 6.0)
                    .containsEntry("skipped", 2.0);
        }

        @Test
        void late_ones_are_gathered_and_share_their_step() {
            stage.somethingHappens();
            stage.tickAt(1_000);
            stage.somethingHappens();
            stage.tickAt(2_000);
            sockets.get(0).letAllArrive();
            stage.tickAt(2_010);
            sockets.get(1).letAllArrive();
            stage.tickAt(2_030);
            assertThat(sockets.get(0).isBusy()).isTrue();
            assertThat(sockets.get(1).isBusy()).isFalse();

            stage.tickAt(2_060);
            sockets.get(0).letAllArrive();
            sockets.get(1).letAllArrive();

            assertThat(frame(sockets.get(1), 3)).isSameAs(frame(sockets.get(0), 3));
        }

        @Test
        void who_leaves_gets_no_more() {
            socket.close();
            stage.somethingHappens();
            stage.tickAt(1_000);

            assertThat(socket.isBusy()).isFalse();
        }

        @Test
        void everybody_learns_that_the_feed_is_away_and_back() {
            stage.broadcaster.feedConnected(false);
            stage.tickAt(10);
            socket.letAllArrive();
            stage.broadcaster.feedConnected(true);
            stage.tickAt(20);
            socket.letAllArrive();

            assertThat(socket.kinds()).containsExactly(HELLO, SNAPSHOT, STATUS, STATUS);
            assertThat(read(frame(socket, 3))).containsEntry("connected", true);
        }
    }

    @Nested
    class Given_a_heartbeat_of_five_seconds {

        private final SlowSocket socket = stage.open();

        Given_a_heartbeat_of_five_seconds() {
            stage.tickAt(0);
        }

        @Test
        void whoever_has_the_present_hears_its_checksum() {
            socket.letAllArrive();
            stage.tickAt(4_999);
            assertThat(socket.isBusy()).isFalse();

            stage.tickAt(5_000);
            socket.letAllArrive();

            assertThat(socket.kinds()).containsExactly(HELLO, SNAPSHOT, BEAT);
            assertThat(read(frame(socket, 2))).containsEntry("version", 2.0);
        }

        @Test
        void whoever_is_behind_is_given_the_patch_first_and_then_the_beat() {
            stage.somethingHappens();
            stage.tickAt(4_000);
            socket.letAllArrive();
            stage.tickAt(5_000);
            socket.letAllArrive();
            stage.tickAt(5_050);
            socket.letAllArrive();

            assertThat(socket.kinds()).containsExactly(HELLO, SNAPSHOT, PATCH, BEAT);
            assertThat(read(frame(socket, 3))).containsEntry("version", 3.0);
        }

        @Test
        void who_does_not_read_has_no_beats_wait_for_it() {
            for (int second = 5; second <= 60; second += 5) {
                stage.tickAt(second * 1_000L);
            }
            socket.letAllArrive();

            assertThat(socket.kinds()).containsExactly(HELLO, SNAPSHOT);
        }
    }

    @Nested
    class Given_a_client_that_sets_its_pace {

        private final SlowSocket socket = stage.open();

        Given_a_client_that_sets_its_pace() {
            stage.tickAt(0);
            socket.letAllArrive();
            socket.says("{\"type\":\"pace\",\"per_second\":1}");
        }

        @Test
        void it_is_given_no_more_than_it_wants_and_the_last_change_always() {
            for (int millis = 500; millis <= 3_000; millis += 500) {
                stage.somethingHappens();
                stage.tickAt(millis);
                socket.letAllArrive();
            }
            for (int millis = 3_010; millis <= 6_000; millis += 10) {
                stage.tickAt(millis);
            }
            socket.letAllArrive();

            assertThat(socket.arrived())
                    .filteredOn(frame -> frame.kind() == PATCH)
                    .extracting(VersionedFrame::version)
                    .containsExactly(4L, 6L, 8L);
        }

        @Test
        void what_its_pace_leaves_out_counts_as_skipped() {
            stage.somethingHappens();
            stage.tickAt(500);
            stage.somethingHappens();
            stage.tickAt(1_000);
            socket.letAllArrive();

            assertThat(read(frame(socket, 2))).containsEntry("skipped", 1.0);
        }

        @Test
        void it_may_change_its_mind() {
            socket.says("{\"type\":\"pace\",\"per_second\":null}");
            stage.somethingHappens();
            stage.tickAt(500);

            assertThat(socket.isBusy()).isTrue();
        }
    }

    @Nested
    class Given_a_client_that_asks_for_the_whole_picture {

        private final SlowSocket socket = stage.open();

        Given_a_client_that_asks_for_the_whole_picture() {
            stage.tickAt(0);
            socket.letAllArrive();
        }

        @Test
        void it_is_given_a_snapshot() {
            socket.says("{\"type\":\"resync\"}");
            stage.tickAt(1_000);
            socket.letAllArrive();

            assertThat(socket.kinds()).containsExactly(HELLO, SNAPSHOT, SNAPSHOT);
        }

        @Test
        void however_often_it_asks_it_is_given_one_a_second() {
            for (int millis = 10; millis <= 3_500; millis += 10) {
                socket.says("{\"type\":\"resync\"}");
                stage.tickAt(millis);
                socket.letAllArrive();
            }

            assertThat(socket.kinds()).containsExactly(HELLO, SNAPSHOT, SNAPSHOT, SNAPSHOT, SNAPSHOT);
        }

        @Test
        void rubbish_is_no_reason_for_anything() {
            socket.says("{\"type\":\"gimme\"}");
            stage.tickAt(1_000);

            assertThat(socket.isBusy()).isFalse();
        }
    }

    @Nested
    class Given_a_client_that_comes_back {

        Given_a_client_that_comes_back() {
            stage.open();
            stage.tickAt(0);
            stage.somethingHappens();
            stage.tickAt(1_000);
        }

        @Test
        void it_is_given_what_it_missed() {
            SlowSocket socket = comeBack(EPOCH + ":2");

            assertThat(socket.kinds()).containsExactly(HELLO, PATCH);
            assertThat(read(frame(socket, 0))).containsEntry("resumed", true).containsEntry("reason", null);
            assertThat(read(frame(socket, 1))).containsEntry("from", 2.0).containsEntry("to", 3.0);
        }

        @Test
        void it_is_given_nothing_when_it_has_missed_nothing() {
            SlowSocket socket = comeBack(EPOCH + ":3");

            assertThat(socket.kinds()).containsExactly(HELLO);
            assertThat(read(frame(socket, 0))).containsEntry("resumed", true);

            stage.somethingHappens();
            stage.tickAt(2_000);
            socket.letAllArrive();
            assertThat(socket.kinds()).containsExactly(HELLO, PATCH);
        }

        @ParameterizedTest
        @CsvSource({
            "another-life:3, epoch",
            "a-life-of-the-board:0, too-old",
            "a-life-of-the-board:4, malformed",
            "a-life-of-the-board, malformed",
            "'', malformed"
        })
        void otherwise_it_is_told_why_it_starts_over(String since, String reason) {
            SlowSocket socket = comeBack(since);

            assertThat(socket.kinds()).containsExactly(HELLO, SNAPSHOT);
            assertThat(read(frame(socket, 0))).containsEntry("resumed", false).containsEntry("reason", reason);
        }

        private SlowSocket comeBack(String since) {
            SlowSocket socket = stage.open(since);
            stage.tickAt(1_010);
            socket.letAllArrive();
            return socket;
        }
    }

    @Test
    void beyond_so_many_different_frames_all_others_share_one_snapshot() {
        Duration none = Duration.ZERO;
        VersionedStage few = new VersionedStage(new BroadcastLimits(none, none, Duration.ofHours(1), none, 2));
        List<SlowSocket> sockets = Stream.generate(few::open).limit(6).toList();
        few.tickAt(0);
        sockets.forEach(SlowSocket::letAllArrive);
        for (int i = 0; i < sockets.size(); i++) {
            // Each is left behind at another version.
            few.somethingHappens();
            few.tickAt(10 + 10L * i);
            sockets.subList(i + 1, 6).forEach(SlowSocket::letAllArrive);
        }
        few.somethingHappens();
        few.tickAt(1_000);
        sockets.forEach(SlowSocket::letAllArrive);
        few.tickAt(1_010);
        sockets.forEach(SlowSocket::letAllArrive);

        List<VersionedFrame> last = sockets.stream()
                .map(socket -> frame(socket, socket.arrived().size() - 1))
                .toList();
        assertThat(last).extracting(VersionedFrame::version).containsOnly(9L);
        assertThat(last).filteredOn(frame -> frame.kind() == PATCH).hasSize(2);
        assertThat(last.stream().filter(frame -> frame.kind() == SNAPSHOT).distinct())
                .hasSize(1);
        assertThat(last.stream().filter(frame -> frame.kind() == SNAPSHOT).findFirst())
                .hasValueSatisfying(frame -> assertThat(read(frame)).containsEntry("skipped", null));
    }

    @Test
    void who_comes_while_the_channel_fails_is_greeted_when_it_does_not() {
        boolean[] broken = {true};
        InstantSource clock = () -> {
            if (broken[0]) {
                throw new IllegalStateException("Nobody knows what time it is");
            }
            return TEN;
        };
        Broadcaster broadcaster = new Broadcaster(
                stage.board,
                new WireCodec(),
                BroadcastLimits.every(Duration.ofMillis(500)),
                clock,
                BroadcastListener.NONE);
        SlowSocket socket = new SlowSocket(broadcaster, Channel.MARKET, null);

        assertThatThrownBy(() -> broadcaster.tick(0)).hasMessage("Nobody knows what time it is");
        broken[0] = false;
        broadcaster.tick(10);
        socket.letAllArrive();

        assertThat(socket.kinds()).containsExactly(HELLO, SNAPSHOT);
    }

    private static VersionedFrame frame(SlowSocket socket, int number) {
        return socket.arrived().get(number);
    }
}
