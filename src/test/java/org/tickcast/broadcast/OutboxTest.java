package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.broadcast.VersionedFrame.Kind;

/** One frame on its way, one picture in all, and a row that ends. */
class OutboxTest {

    private final List<VersionedFrame> sent = new ArrayList<>();
    private final List<String> freed = new ArrayList<>();
    private final Outbox outbox = new Outbox(sent::add, () -> freed.add("free after " + sent.size()));

    @Test
    void a_frame_that_finds_nothing_on_its_way_goes_at_once() {
        assertThat(outbox.offer(frame(Kind.SNAPSHOT, 1))).isTrue();

        assertThat(sent).containsExactly(frame(Kind.SNAPSHOT, 1));
    }

    @Test
    void a_picture_behind_a_greeting_waits_for_its_turn() {
        outbox.tell(frame(Kind.HELLO, 1));

        assertThat(outbox.offer(frame(Kind.SNAPSHOT, 1))).isTrue();
        assertThat(sent).hasSize(1);

        outbox.sent();
        assertThat(sent).containsExactly(frame(Kind.HELLO, 1), frame(Kind.SNAPSHOT, 1));
    }

    @Test
    void a_second_picture_is_refused_even_while_the_first_only_waits() {
        outbox.tell(frame(Kind.HELLO, 1));
        outbox.offer(frame(Kind.SNAPSHOT, 1));

        assertThat(outbox.offer(frame(Kind.PATCH, 2))).isFalse();

        outbox.sent();
        outbox.sent();
        outbox.sent();
        assertThat(sent).hasSize(2);
    }

    @Nested
    class Given_a_picture_on_its_way {

        Given_a_picture_on_its_way() {
            outbox.offer(frame(Kind.SNAPSHOT, 1));
        }

        @Test
        void a_beat_is_refused_too() {
            assertThat(outbox.offer(frame(Kind.BEAT, 1))).isFalse();
        }

        @Test
        void whoever_refused_one_says_when_it_is_free() {
            outbox.offer(frame(Kind.PATCH, 2));
            outbox.offer(frame(Kind.PATCH, 3));
            assertThat(freed).isEmpty();

            outbox.sent();

            assertThat(freed).containsExactly("free after 1");
            assertThat(outbox.offer(frame(Kind.PATCH, 4))).isTrue();
        }

        @Test
        void whoever_refused_none_says_nothing() {
            outbox.sent();

            assertThat(freed).isEmpty();
        }

        @Test
        void it_is_free_only_when_the_picture_has_left() {
            outbox.tell(frame(Kind.STATUS, 0));
            outbox.sent();
            outbox.offer(frame(Kind.PATCH, 2));
            outbox.offer(frame(Kind.PATCH, 3));

            outbox.sent();
            assertThat(freed).isEmpty();

            outbox.sent();
            assertThat(freed).hasSize(1);
        }

        @Test
        void a_newer_status_takes_the_place_of_the_one_that_waits() {
            outbox.tell(frame(Kind.STATUS, 1));
            outbox.tell(frame(Kind.STATUS, 2));

            letAllLeave();

            assertThat(sent).containsExactly(frame(Kind.SNAPSHOT, 1), frame(Kind.STATUS, 2));
        }

        @Test
        void alerts_wait_in_a_row_and_the_oldest_is_lost_beyond_its_end() {
            outbox.tell(frame(Kind.STATUS, 0));
            LongStream.rangeClosed(1, 100).forEach(n -> outbox.tell(frame(Kind.ALERT, n)));

            letAllLeave();

            assertThat(sent).hasSize(1 + Outbox.MOST_WAITING).contains(frame(Kind.STATUS, 0));
            assertThat(sent.get(sent.size() - 1)).isEqualTo(frame(Kind.ALERT, 100));
            assertThat(outbox.lost()).isEqualTo(100 - (Outbox.MOST_WAITING - 1));
        }

        @Test
        void a_goodbye_takes_the_place_of_all_that_waits_but_answers_and_is_the_last() {
            outbox.tell(frame(Kind.REPLY, 1));
            outbox.tell(frame(Kind.ALERT, 1));
            outbox.tell(frame(Kind.STATUS, 1));
            outbox.tell(frame(Kind.REPLY, 2));
            outbox.tell(frame(Kind.BYE, 0));
            outbox.tell(frame(Kind.STATUS, 0));
            assertThat(outbox.offer(frame(Kind.PATCH, 2))).isFalse();

            letAllLeave();

            assertThat(sent)
                    .containsExactly(
                            frame(Kind.SNAPSHOT, 1), frame(Kind.REPLY, 1), frame(Kind.REPLY, 2), frame(Kind.BYE, 0));
            assertThat(freed).isEmpty();
        }
    }

    @Test
    void after_a_goodbye_that_went_at_once_nothing_is_taken() {
        outbox.tell(frame(Kind.BYE, 0));
        outbox.tell(frame(Kind.REPLY, 0));
        outbox.sent();

        assertThat(outbox.offer(frame(Kind.PATCH, 1))).isFalse();
        assertThat(sent).containsExactly(frame(Kind.BYE, 0));
    }

    private void letAllLeave() {
        for (int before = -1; before < sent.size(); ) {
            before = sent.size();
            outbox.sent();
        }
    }

    private static VersionedFrame frame(Kind kind, long version) {
        return new VersionedFrame(kind, version, kind + " " + version);
    }
}
