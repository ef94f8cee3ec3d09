package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.VNM;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.tickcast.broadcast.BoardQuestions;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.broadcast.BroadcastListener;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.feed.Inbox;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.alert.AlertDesk;
import org.tickcast.market.alert.AlertLimits;
import org.tickcast.ops.metrics.TickListener;
import org.tickcast.socket.FanOut;
import org.tickcast.testing.RecordingSubscriber;
import org.tickcast.testing.SampleMarket;
import org.tickcast.wire.Channel;
import org.tickcast.wire.WireCodec;

class TickTest {

    private static final long MOST_OF_A_TRADE = 1_000_000_000_000_000L;

    /** Possible, but not on a board that has counted as many shares as a number can. */
    private static final MarketEvent ONE_TOO_MANY = trade(VNM, 1, MOST_OF_A_TRADE);

    private final Inbox inbox = new Inbox(1_000);
    private final AlertDesk alerts = new AlertDesk(AlertLimits.DEFAULTS, new Random(7));
    private final MarketBoard board = new MarketBoard(
            "a-life-of-the-board", SampleMarket.watchlist(), new BoardLimits(60, Duration.ofMinutes(1)), alerts);
    private final BoardQuestions questions = new BoardQuestions(board, 10);
    private final Broadcaster broadcaster = new Broadcaster(
            board,
            new WireCodec(),
            BroadcastLimits.every(Duration.ZERO),
            () -> SampleMarket.TEN,
            BroadcastListener.NONE);
    private final Tick tick = new Tick(
            inbox, board, alerts, questions, broadcaster, new FanOut(Runnable::run, 1), () -> 0, TickListener.NONE);

    @Test
    void what_waits_has_happened_before_anybody_is_answered_or_sent_anything() {
        RecordingSubscriber reader = new RecordingSubscriber();
        broadcaster.join(Channel.MARKET, reader);
        CompletableFuture<Long> version = questions.ask(MarketBoard::version);
        inbox.offer(trade(FPT, 98_500, 100));

        tick.run();

        assertThat(version).isCompletedWithValue(1L);
        assertThat(reader.versions()).containsExactly(1L);
    }

    @Test
    void an_event_that_the_board_cannot_take_is_lost_alone_and_told_of_last() {
        countAsManyAsANumberCan();
        RecordingSubscriber reader = new RecordingSubscriber();
        broadcaster.join(Channel.MARKET, reader);
        CompletableFuture<Long> version = questions.ask(MarketBoard::version);
        inbox.offer(ONE_TOO_MANY);
        inbox.offer(trade(FPT, 98_500, 100));

        assertThatThrownBy(tick::run).isInstanceOf(ArithmeticException.class);

        assertThat(version).isCompleted();
        assertThat(reader.frames()).hasSize(1);
        assertThat(board.snapshot().stats().get(FPT)).satisfies(stats -> {
            assertThat(stats.day().total()).isEqualTo(100);
        });
    }

    @Test
    void what_is_worth_an_alert_is_told_in_the_same_tick() {
        RecordingSubscriber reader = new RecordingSubscriber();
        broadcaster.join(Channel.ALERTS, reader);
        inbox.offer(new PriceBand(FPT, 98_500, 105_300, 91_700, SampleMarket.TEN));
        inbox.offer(trade(FPT, 105_300, 100));

        tick.run();

        assertThat(reader.frames())
                .singleElement()
                .satisfies(frame -> assertThat(frame.text()).contains("\"alert_type\":\"price_breakout\""));
    }

    @Test
    void the_next_tick_knows_nothing_of_it() {
        countAsManyAsANumberCan();
        inbox.offer(ONE_TOO_MANY);
        assertThatThrownBy(tick::run).isInstanceOf(ArithmeticException.class);

        tick.run();

        assertThat(inbox.room()).isEqualTo(1_000);
    }

    private void countAsManyAsANumberCan() {
        for (int i = 0; i < Long.MAX_VALUE / MOST_OF_A_TRADE; i++) {
            board.apply(ONE_TOO_MANY);
        }
    }
}
