package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.wire.Channel;

/** One frame on its way and the newest behind it. */
class MailboxTest {

    private final Mailbox mailbox = new Mailbox();

    @Test
    void the_first_frame_is_sent_at_once() {
        Frame first = frame(1);

        assertThat(mailbox.put(first)).isSameAs(first);
    }

    @Test
    void a_board_on_which_nothing_has_happened_yet_has_a_frame_too() {
        assertThat(mailbox.put(frame(0))).isEqualTo(frame(0));
    }

    @Nested
    class Given_a_frame_on_its_way {

        Given_a_frame_on_its_way() {
            mailbox.put(frame(5));
        }

        @Test
        void the_next_one_waits() {
            assertThat(mailbox.put(frame(6))).isNull();
            assertThat(mailbox.sent()).isEqualTo(frame(6));
        }

        @Test
        void only_the_newest_of_those_waiting_is_sent() {
            mailbox.put(frame(6));
            mailbox.put(frame(7));
            mailbox.put(frame(8));

            assertThat(mailbox.sent()).isEqualTo(frame(8));
            assertThat(mailbox.sent()).isNull();
            assertThat(mailbox.replaced()).isEqualTo(2);
        }

        @Test
        void an_operator_sees_how_far_its_reader_is_behind() {
            mailbox.put(frame(6));
            mailbox.put(frame(8));

            assertThat(mailbox.state()).isEqualTo(new Mailbox.State(5, 8, 1, 0, 1));
            mailbox.sent();
            assertThat(mailbox.state()).isEqualTo(new Mailbox.State(8, 8, 1, 0, 0));
        }

        @Test
        void a_frame_that_only_waited_was_not_replaced() {
            mailbox.put(frame(6));
            mailbox.sent();
            mailbox.put(frame(7));

            assertThat(mailbox.replaced()).isZero();
        }

        @Test
        void an_older_frame_does_not_take_the_place_of_a_newer_one() {
            mailbox.put(frame(8));

            mailbox.put(frame(7));

            assertThat(mailbox.sent()).isEqualTo(frame(8));
            assertThat(mailbox.replaced()).isZero();
        }

        @Test
        void the_same_version_is_not_sent_twice() {
            assertThat(mailbox.put(frame(5))).isNull();
            assertThat(mailbox.sent()).isNull();
            assertThat(mailbox.put(frame(5))).isNull();
        }

        @Test
        void once_it_has_arrived_the_next_is_sent_at_once() {
            assertThat(mailbox.sent()).isNull();
            assertThat(mailbox.put(frame(6))).isEqualTo(frame(6));
        }

        @Test
        void the_one_that_waited_is_on_its_way_next_and_others_wait_for_it() {
            mailbox.put(frame(6));
            mailbox.sent();

            assertThat(mailbox.put(frame(7))).isNull();
            assertThat(mailbox.sent()).isEqualTo(frame(7));
        }
    }

    @Nested
    class Given_a_feed_that_comes_and_goes {

        @Test
        void a_status_is_sent_at_once_to_a_reader_that_is_free() {
            assertThat(mailbox.put(status(1))).isEqualTo(status(1));
        }

        @Test
        void a_status_goes_before_the_snapshot_that_waits() {
            mailbox.put(frame(5));
            mailbox.put(frame(6));
            mailbox.put(status(1));

            assertThat(mailbox.sent()).isEqualTo(status(1));
            assertThat(mailbox.sent()).isEqualTo(frame(6));
            assertThat(mailbox.sent()).isNull();
        }

        @Test
        void no_newer_snapshot_takes_the_place_of_a_status() {
            mailbox.put(frame(5));
            mailbox.put(status(1));
            mailbox.put(frame(6));
            mailbox.put(frame(7));

            assertThat(mailbox.sent()).isEqualTo(status(1));
            assertThat(mailbox.sent()).isEqualTo(frame(7));
            assertThat(mailbox.replaced()).isEqualTo(1);
        }

        @Test
        void of_the_statuses_that_wait_only_the_newest_is_sent() {
            mailbox.put(frame(5));
            mailbox.put(status(1));
            mailbox.put(status(2));

            assertThat(mailbox.sent()).isEqualTo(status(2));
            assertThat(mailbox.sent()).isNull();
            assertThat(mailbox.replaced()).isZero();
        }

        @Test
        void the_same_status_is_not_sent_twice_nor_an_older_one_after_it() {
            mailbox.put(status(2));
            mailbox.sent();

            assertThat(mailbox.put(status(2))).isNull();
            assertThat(mailbox.put(status(1))).isNull();
            assertThat(mailbox.put(frame(0))).isEqualTo(frame(0));
        }

        @Test
        void while_a_status_is_on_its_way_a_snapshot_waits() {
            mailbox.put(status(1));

            assertThat(mailbox.put(frame(5))).isNull();
            assertThat(mailbox.sent()).isEqualTo(frame(5));
        }
    }

    @Nested
    class Given_a_reader_of_alerts_that_is_busy {

        @BeforeEach
        void busy() {
            mailbox.put(alert(0));
        }

        @Test
        void alerts_wait_in_a_row_and_none_replaces_another() {
            mailbox.put(alert(1));
            mailbox.put(alert(2));
            mailbox.put(alert(3));

            assertThat(mailbox.sent()).isEqualTo(alert(1));
            assertThat(mailbox.sent()).isEqualTo(alert(2));
            assertThat(mailbox.sent()).isEqualTo(alert(3));
            assertThat(mailbox.sent()).isNull();
            assertThat(mailbox.lost()).isZero();
        }

        @Test
        void a_status_goes_before_the_alerts_that_wait() {
            mailbox.put(alert(1));
            mailbox.put(status(1));

            assertThat(mailbox.sent()).isEqualTo(status(1));
            assertThat(mailbox.sent()).isEqualTo(alert(1));
        }

        @Test
        void when_too_many_wait_the_oldest_is_lost_and_counted() {
            for (int i = 1; i <= Mailbox.MOST_ALERTS + 2; i++) {
                mailbox.put(alert(i));
            }

            assertThat(mailbox.lost()).isEqualTo(2);
            assertThat(mailbox.sent()).isEqualTo(alert(3));
        }

        @Test
        void the_same_alert_is_not_sent_twice() {
            mailbox.put(alert(0));

            assertThat(mailbox.sent()).isNull();
        }
    }

    @Nested
    class Given_a_reader_that_asks_something {

        @BeforeEach
        void busy() {
            mailbox.put(frame(1));
        }

        @Test
        void no_newer_picture_takes_the_place_of_the_answer() {
            mailbox.put(reply("a"));
            mailbox.put(frame(2));
            mailbox.put(frame(3));

            assertThat(mailbox.sent()).isEqualTo(reply("a"));
            assertThat(mailbox.sent()).isEqualTo(frame(3));
            assertThat(mailbox.lost()).isZero();
        }

        @Test
        void the_same_answer_to_two_questions_comes_twice() {
            mailbox.put(reply("a"));
            mailbox.put(reply("a"));

            assertThat(mailbox.sent()).isEqualTo(reply("a"));
            assertThat(mailbox.sent()).isEqualTo(reply("a"));
            assertThat(mailbox.sent()).isNull();
        }

        @Test
        void a_status_goes_before_the_answer_and_the_answer_before_alerts() {
            mailbox.put(alert(1));
            mailbox.put(reply("a"));
            mailbox.put(status(1));

            assertThat(mailbox.sent()).isEqualTo(status(1));
            assertThat(mailbox.sent()).isEqualTo(reply("a"));
            assertThat(mailbox.sent()).isEqualTo(alert(1));
        }

        @Test
        void who_asks_on_and_on_without_reading_loses_the_oldest_answers() {
            for (int i = 1; i <= Mailbox.MOST_REPLIES + 2; i++) {
                mailbox.put(reply("answer " + i));
            }

            assertThat(mailbox.lost()).isEqualTo(2);
            assertThat(mailbox.sent()).isEqualTo(reply("answer 3"));
        }

        @Test
        void a_reader_that_is_free_is_answered_at_once() {
            mailbox.sent();

            assertThat(mailbox.put(reply("a"))).isEqualTo(reply("a"));
            assertThat(mailbox.put(frame(2))).isNull();
            assertThat(mailbox.sent()).isEqualTo(frame(2));
        }
    }

    @Nested
    class At_the_end {

        private final List<String> done = new ArrayList<>();

        @Test
        void a_reader_that_waits_for_nothing_is_done_at_once_and_is_sent_nothing_more() {
            mailbox.end(() -> done.add("end"));

            assertThat(done).containsExactly("end");
            assertThat(mailbox.put(frame(1))).isNull();
            assertThat(mailbox.put(reply("a"))).isNull();
        }

        @Test
        void what_was_answered_goes_out_first_and_nothing_else() {
            mailbox.put(frame(1));
            mailbox.put(frame(2));
            mailbox.put(alert(1));
            mailbox.put(reply("a"));
            mailbox.put(reply("b"));
            mailbox.put(status(1));

            mailbox.end(() -> done.add("end"));

            assertThat(mailbox.sent()).isEqualTo(reply("a"));
            assertThat(mailbox.sent()).isEqualTo(reply("b"));
            assertThat(done).isEmpty();
            assertThat(mailbox.sent()).isNull();
            assertThat(done).containsExactly("end");
        }
    }

    @Test
    void an_interval_below_zero_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BroadcastLimits.every(Duration.ofMillis(-1)))
                .withMessageContaining("PT-0.001S");
    }

    private static Frame status(long change) {
        return new Frame(Channel.MARKET, Frame.Kind.STATUS, change, "status " + change);
    }

    private static Frame alert(long number) {
        return new Frame(Channel.ALERTS, Frame.Kind.ALERT, number, "alert " + number);
    }

    private static Frame reply(String text) {
        return Frame.reply(Channel.MARKET, text);
    }

    private static Frame frame(long version) {
        return new Frame(Channel.MARKET, version, "frame " + version);
    }
}
