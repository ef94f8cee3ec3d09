package org.tickcast.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.trade;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tickcast.feed.Delivery;
import org.tickcast.feed.Inbox;
import org.tickcast.feed.IngestFeed;
import org.tickcast.market.MarketEvent;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.EventCodec;
import org.tickcast.wire.IngestReport;

/** A body is read as it comes, and whoever has to wait costs no thread. */
class IngestStreamTest {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int ROOM = 3;

    private final String line = new EventCodec().write(trade(FPT, 98_500, 1)) + "\n";
    private final Inbox inbox = new Inbox(ROOM);
    private final IngestFeed feed = new IngestFeed(new EventCodec());
    private final HandCrankedMetronome metronome = new HandCrankedMetronome();
    private final BodyInPieces body = new BodyInPieces();
    private final List<String> ends = new ArrayList<>();
    private final List<MarketEvent> happened = new ArrayList<>();
    private long nanos = Long.MAX_VALUE - 1; // Such a clock may overflow.

    @SuppressWarnings("NullAway.Init") // Opened before each test.
    private IngestStream stream;

    @BeforeEach
    void open() {
        feed.start(inbox);
        stream = stream(IngestStream.UNKNOWN_LENGTH, new IngestThreads(metronome, () -> nanos));
    }

    @Test
    void what_has_come_is_taken_before_the_body_ends() {
        comes(line + line.substring(0, 10));
        assertThat(happened()).hasSize(1);

        comes(line.substring(10));
        assertThat(happened()).hasSize(1);
        assertThat(ends).isEmpty();
    }

    @Test
    void at_its_end_it_is_answered_once_with_what_became_of_it() {
        comes(line + "rubbish\n" + line.strip());

        body.end();
        stream.onAllDataRead();
        stream.onAllDataRead();
        stream.onError(new IOException("too late"));

        assertThat(ends).containsExactly("ended: 2 of 3");
        assertThat(metronome.isStill()).isTrue();
    }

    @Test
    void a_body_that_the_server_calls_finished_while_it_still_has_it_is_read_to_its_end() {
        body.add(line + line);
        body.end();

        stream.onDataAvailable();

        assertThat(happened()).hasSize(2);
        assertThat(ends).containsExactly("ended: 2 of 2");
    }

    @Test
    void where_nothing_came_nothing_was_wrong() {
        body.end();

        stream.onAllDataRead();

        assertThat(ends).containsExactly("ended: 0 of 0");
    }

    @Test
    void when_the_body_breaks_off_what_was_accepted_is_accepted() {
        comes(line + line.substring(0, 30));

        stream.onError(new IOException("gone"));

        assertThat(happened()).hasSize(1);
        assertThat(ends).containsExactly("bad-request: 1 of 1");
    }

    @Test
    void when_reading_fails_it_is_the_same() {
        body.add(line);
        body.fail();

        stream.onDataAvailable();

        assertThat(ends).containsExactly("bad-request: 0 of 0");
    }

    @Test
    void when_the_feed_is_closed_a_producer_that_is_just_silent_is_told_at_once() {
        comes(line);

        feed.close();

        assertThat(ends).containsExactly("going-away: 1 of 1");
    }

    @Test
    void a_producer_without_end_lets_go_of_the_server_s_thread_now_and_then() {
        body.add("\n".repeat(3_000_000));

        stream.onDataAvailable();
        assertThat(body.available()).isBetween(1, 2_999_999);
        afterAPause();
        assertThat(body.available()).isBetween(1, 1_999_999);
        afterAPause();

        assertThat(body.isEmpty()).isTrue();
        assertThat(metronome.isStill()).isTrue();
    }

    @Nested
    class Given_that_the_producer_has_said_how_long_its_body_is {

        @BeforeEach
        void announce() {
            stream = stream(2L * line.length(), new IngestThreads(metronome, () -> nanos));
            comes(line);
            assertThat(body.saidNo()).isEqualTo(1);
        }

        @Test
        void with_its_last_byte_the_server_is_not_asked_for_more_but_left_to_say_that_this_was_all() {
            comes(line);

            assertThat(body.saidNo()).isEqualTo(1);
            assertThat(happened()).hasSize(2);
            assertThat(ends).isEmpty();
            body.end();
            stream.onAllDataRead();
            assertThat(ends).containsExactly("ended: 2 of 2");
        }

        @Test
        void a_server_that_comes_back_instead_is_asked() {
            comes(line);

            stream.onDataAvailable();

            assertThat(body.saidNo()).isEqualTo(2);
        }

        @Test
        void after_a_wait_for_room_it_is_asked_too_since_it_may_not_come_back() {
            stream = stream(line.length() * (ROOM + 1L), new IngestThreads(metronome, () -> nanos));
            comes(line.repeat(ROOM + 1));
            int before = body.saidNo();

            happened();
            afterAPause();

            assertThat(body.saidNo()).isEqualTo(before + 1);
        }
    }

    @Nested
    class Given_that_there_is_no_more_room {

        @BeforeEach
        void fill() {
            comes(line.repeat(ROOM + 1));
            assertThat(inbox.room()).isZero();
        }

        @Test
        void it_waits_and_goes_on_when_there_is() {
            comes("rubbish\n" + line);
            assertThat(body.isEmpty()).isFalse();

            assertThat(happened()).hasSize(ROOM);
            afterAPause();

            assertThat(happened()).hasSize(2);
            assertThat(ends).isEmpty();
            assertThat(metronome.isStill()).isTrue();
        }

        @Test
        void it_is_told_after_a_while_where_to_go_on() {
            metronome.beat();
            nanos += LONGEST_WAIT.toNanos() - 1;
            metronome.beat();
            assertThat(ends).isEmpty();

            nanos += 1;
            metronome.beat();

            assertThat(ends).containsExactly("busy: " + ROOM + " of " + ROOM);
            assertThat(metronome.isStill()).isTrue();
            assertThat(happened()).hasSize(ROOM);
        }

        @Test
        void that_the_body_ends_meanwhile_changes_nothing_about_what_waits() {
            body.end();
            stream.onAllDataRead();
            assertThat(ends).isEmpty();

            happened();
            afterAPause();

            assertThat(happened()).hasSize(1);
            assertThat(ends).containsExactly("ended: " + (ROOM + 1) + " of " + (ROOM + 1));
        }

        @Test
        void it_does_not_wait_for_a_feed_that_is_closed() {
            feed.close();

            assertThat(ends).containsExactly("going-away: " + ROOM + " of " + ROOM);
            assertThat(metronome.isStill()).isTrue();
        }
    }

    @Test
    void when_the_server_has_no_thread_to_wait_with_the_producer_is_told_so() {
        stream = stream(
                IngestStream.UNKNOWN_LENGTH,
                new IngestThreads(
                        (pause, name, work) -> {
                            throw new RejectedExecutionException("none");
                        },
                        () -> nanos));

        comes(line.repeat(ROOM + 1));

        assertThat(ends).containsExactly("busy: 3 of 3");
    }

    private IngestStream stream(long length, IngestThreads threads) {
        Delivery delivery = Objects.requireNonNull(feed.open());
        IngestStream opened = new IngestStream(body, length, delivery, LONGEST_WAIT, threads, this::ended);
        delivery.whenEndedByFeed(opened::stop);
        return opened;
    }

    private void ended(@Nullable CloseCode bad, IngestReport report) {
        ends.add((bad == null ? "ended" : bad.id()) + ": " + report.accepted() + " of " + report.lines());
    }

    private void comes(String text) {
        body.add(text);
        stream.onDataAvailable();
    }

    private void afterAPause() {
        metronome.beat();
        metronome.beat();
    }

    private List<MarketEvent> happened() {
        happened.clear();
        inbox.drainTo(happened::add);
        return List.copyOf(happened);
    }
}
