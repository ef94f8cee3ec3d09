package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.trade;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.feed.Delivery.Progress;
import org.tickcast.market.MarketEvent;
import org.tickcast.wire.EventCodec;
import org.tickcast.wire.IngestReport;
import org.tickcast.wire.LineError;

/** Others bring the events, line by line; each line counts for itself. */
class IngestFeedTest {

    private static final MarketEvent ONE = trade(FPT, 98_500, 1);
    private static final MarketEvent TWO = trade(FPT, 98_500, 2);
    private static final MarketEvent THREE = trade(FPT, 98_500, 3);

    private final EventCodec codec = new EventCodec();
    private final Inbox inbox = new Inbox(2);
    private final List<MarketEvent> happened = new ArrayList<>();
    private final IngestFeed feed = new IngestFeed(codec);

    @Test
    void before_it_is_started_and_after_it_is_closed_nobody_can_deliver() {
        assertThat(feed.open()).isNull();

        feed.start(inbox);
        assertThat(feed.open()).isNotNull();

        feed.close();
        assertThat(feed.open()).isNull();
    }

    @Nested
    class Given_a_delivery {

        @SuppressWarnings("NullAway.Init") // Opened before each test.
        private Delivery delivery;

        @BeforeEach
        void open() {
            feed.start(inbox);
            delivery = Objects.requireNonNull(feed.open());
        }

        @Test
        void events_happen_in_the_order_of_their_lines() {
            assertThat(take(line(ONE) + line(TWO))).isEqualTo(Progress.ALL_TAKEN);

            assertThat(happened()).containsExactly(ONE, TWO);
            assertThat(delivery.report()).isEqualTo(new IngestReport(2, 0, 2, List.of(), 0));
        }

        @Test
        void a_bad_line_loses_only_itself_and_is_told_by_its_number() {
            take("\n" + line(ONE) + "rubbish\n" + line(TWO).replace("98500", "-1") + line(TWO));

            assertThat(happened()).containsExactly(ONE, TWO);
            assertThat(delivery.report().accepted()).isEqualTo(2);
            assertThat(delivery.report().rejected()).isEqualTo(2);
            assertThat(delivery.report().lines()).isEqualTo(5);
            assertThat(delivery.report().errors())
                    .extracting(LineError::line, LineError::field)
                    .containsExactly(tuple(3L, "line"), tuple(4L, "event"));
        }

        @Test
        void blank_lines_are_dealt_with_and_are_neither_good_nor_bad() {
            take("\n \t\r\n" + line(ONE) + "\n");

            assertThat(delivery.report()).isEqualTo(new IngestReport(1, 0, 4, List.of(), 0));
        }

        @Test
        void a_last_line_without_an_end_is_as_good_as_any() {
            take(line(ONE).strip());
            assertThat(happened()).isEmpty();

            assertThat(delivery.finish()).isEqualTo(Progress.ALL_TAKEN);

            assertThat(happened()).containsExactly(ONE);
        }

        @Test
        void of_many_bad_lines_the_first_hundred_are_told_and_the_rest_counted() {
            take("rubbish\n".repeat(250));

            assertThat(delivery.report().errors()).hasSize(Delivery.MOST_ERRORS);
            assertThat(delivery.report().rejected()).isEqualTo(250);
            assertThat(delivery.report().errorsOmitted()).isEqualTo(150);
        }

        @Test
        void a_line_of_a_megabyte_is_a_bad_line_of_which_little_is_kept() {
            take(line(ONE) + "x".repeat(1 << 20) + "\n" + line(TWO));

            assertThat(happened()).containsExactly(ONE, TWO);
            assertThat(delivery.report().errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.message())
                            .contains("at most 65536")
                            .hasSizeLessThan(200));
        }

        @Test
        void when_there_is_no_room_the_event_waits_and_what_is_behind_it_is_not_read() {
            ByteBuffer bytes = bytes(line(ONE) + line(TWO) + line(THREE) + "rubbish\n");

            assertThat(delivery.take(bytes)).isEqualTo(Progress.NO_ROOM);
            assertThat(delivery.take(bytes)).isEqualTo(Progress.NO_ROOM);
            assertThat(delivery.retry()).isEqualTo(Progress.NO_ROOM);
            assertThat(delivery.report()).isEqualTo(new IngestReport(2, 0, 2, List.of(), 0));

            assertThat(happened()).containsExactly(ONE, TWO);
            assertThat(delivery.retry()).isEqualTo(Progress.ALL_TAKEN);
            assertThat(delivery.take(bytes)).isEqualTo(Progress.ALL_TAKEN);
            assertThat(happened()).containsExactly(THREE);
            assertThat(delivery.report().lines()).isEqualTo(4);
        }

        @Test
        void a_last_line_without_an_end_waits_for_room_too() {
            take(line(ONE) + line(TWO) + line(THREE).strip());

            assertThat(delivery.finish()).isEqualTo(Progress.NO_ROOM);
            happened();
            assertThat(delivery.finish()).isEqualTo(Progress.ALL_TAKEN);

            assertThat(happened()).containsExactly(THREE);
        }

        @Test
        void when_the_feed_is_closed_nothing_more_is_taken_and_who_delivers_is_told() {
            List<String> told = new ArrayList<>();
            delivery.whenEndedByFeed(() -> told.add("ended"));

            feed.close();

            assertThat(told).containsExactly("ended");
            assertThat(take(line(ONE))).isEqualTo(Progress.FEED_CLOSED);
            assertThat(happened()).isEmpty();
        }

        @Test
        void an_event_that_waits_for_room_when_the_feed_is_closed_was_never_accepted() {
            take(line(ONE) + line(TWO) + line(THREE));
            happened();

            feed.close();

            assertThat(delivery.retry()).isEqualTo(Progress.FEED_CLOSED);
            assertThat(delivery.report().accepted()).isEqualTo(2);
            assertThat(happened()).isEmpty();
        }

        @Test
        void it_does_not_go_on_when_the_feed_is_started_again() {
            feed.close();
            feed.start(inbox);

            assertThat(take(line(ONE))).isEqualTo(Progress.FEED_CLOSED);
            assertThat(take("rubbish\n")).isEqualTo(Progress.FEED_CLOSED);
        }

        @Test
        void who_asks_to_be_told_after_the_end_is_told_at_once() {
            List<String> told = new ArrayList<>();
            feed.close();

            delivery.whenEndedByFeed(() -> told.add("ended"));

            assertThat(told).containsExactly("ended");
        }

        @Test
        void who_is_done_is_told_nothing() {
            List<String> told = new ArrayList<>();
            delivery.whenEndedByFeed(() -> told.add("ended"));
            delivery.close();

            feed.close();

            assertThat(told).isEmpty();
        }

        private Progress take(String lines) {
            return delivery.take(bytes(lines));
        }
    }

    private List<MarketEvent> happened() {
        happened.clear();
        inbox.drainTo(happened::add);
        return List.copyOf(happened);
    }

    private String line(MarketEvent event) {
        return codec.write(event) + "\n";
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
