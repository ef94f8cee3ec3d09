package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.trade;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickcast.admission.LeaseBook;
import org.tickcast.admission.Revocations;
import org.tickcast.cluster.LocalBus;
import org.tickcast.cluster.NodeId;
import org.tickcast.feed.DayEnd;
import org.tickcast.feed.Durability;
import org.tickcast.feed.FeedStatusListener;
import org.tickcast.feed.FeedSupervisor;
import org.tickcast.feed.Inbox;
import org.tickcast.feed.RecordingLimits;
import org.tickcast.feed.ResetTime;
import org.tickcast.feed.SupervisionLimits;
import org.tickcast.feed.TapeFeed;
import org.tickcast.feed.TapeListener;
import org.tickcast.feed.TapePlayback;
import org.tickcast.feed.TapeRecorder;
import org.tickcast.hub.HouseRules;
import org.tickcast.hub.Hub;
import org.tickcast.hub.HubLimits;
import org.tickcast.hub.HubListener;
import org.tickcast.market.DailyReset;
import org.tickcast.market.MarketEvent;
import org.tickcast.ops.Orders;
import org.tickcast.socket.SampleClients;
import org.tickcast.testing.HandCrankedMetronome;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.SettableClock;
import org.tickcast.testing.SteeredFeed;

/** What runs beside the feed: the end of the day, when the feed knows none, and the recorder, which hears of both. */
class GatewayTest {

    private static final Instant END = Instant.parse("2026-02-11T08:05:00Z");
    private static final MarketEvent TRADE = trade(FPT, 98_500, 100);

    private final SettableClock clock = new SettableClock(TEN);
    private final HandCrankedMetronome metronome = new HandCrankedMetronome();
    private final SteeredFeed feed = new SteeredFeed();
    private final Inbox inbox = new Inbox(100);
    private final List<MarketEvent> happened = new ArrayList<>();
    private final Hub hub =
            new Hub(new NodeId("one"), HubLimits.DEFAULTS, HouseRules.DEFAULT, new LocalBus(), clock, HubListener.NONE);
    private final Path tapes;

    GatewayTest(@TempDir Path tapes) {
        this.tapes = tapes;
    }

    @Test
    void for_a_feed_that_knows_no_days_the_clock_ends_them() {
        run(gateway(new DayEnd(ResetTime.USUAL, clock)));

        assertThat(happened).containsExactly(TRADE, new DailyReset(END));
    }

    @Test
    void a_feed_that_knows_its_days_is_left_alone() {
        run(gateway(null));

        assertThat(happened).containsExactly(TRADE);
    }

    @Test
    void a_tape_of_it_has_the_end_of_the_day() {
        run(gateway(new DayEnd(ResetTime.USUAL, clock)));
        happened.clear();

        TapePlayback playback = new TapePlayback(
                tapes, TapePlayback.AS_FAST_AS_POSSIBLE, null, false, TapePlayback.Times.ORIGINAL, Duration.ofDays(1));
        new TapeFeed(playback, clock, metronome).start(inbox);
        beat();

        assertThat(happened).containsExactly(TRADE, new DailyReset(END));
    }

    /** Starts, passes the end of a day and stops, after which nothing is repeated any more. */
    private void run(Gateway gateway) {
        try (LogRecorder supervision = new LogRecorder(FeedSupervisor.class);
                LogRecorder stopping = new LogRecorder(Gateway.class)) {
            gateway.start();
            beat();
            assertThat(feed.gives(TRADE)).isTrue();
            clock.set(END);
            beat();
            beat();
            gateway.stop();

            assertThat(supervision.lines()).hasSize(1);
            assertThat(stopping.lines()).containsExactly("INFO The steered feed and all sockets are closed");
        }
        assertThat(metronome.isStill()).isTrue();
    }

    private Gateway gateway(@Nullable DayEnd dayEnd) {
        SupervisionLimits supervision =
                new SupervisionLimits(Duration.ofDays(1), Duration.ofSeconds(1), Duration.ofMinutes(1));
        RecordingLimits recording =
                new RecordingLimits(tapes, 1_000_000, 1_000, new Durability(1, Duration.ofSeconds(1)));
        SampleClients nobody = new SampleClients(clock);
        return new Gateway(
                new OwnMarket(
                        new FeedSupervisor(
                                feed,
                                supervision,
                                () -> true,
                                clock,
                                metronome,
                                new Random(1),
                                FeedStatusListener.NONE),
                        inbox),
                dayEnd,
                new TapeRecorder(recording, feed.name(), clock, TapeListener.NONE),
                new NoLoop(),
                new HubLoop(
                        hub,
                        List.of(),
                        metronome,
                        NodeBus.of(
                                new RedisSettings(null, null, null), new NodeId("alone"), Runnable::run, clock, clock),
                        null),
                new Orders(new LocalBus(), new Revocations(), kick -> 0, () -> {}),
                new LeaseBook(
                        SampleAdmissionSettings.DEFAULTS.limits(), SampleAdmissionSettings.DEFAULTS.plans(), clock),
                nobody.sockets(),
                () -> {},
                nobody.drain(),
                metronome);
    }

    private void beat() {
        metronome.beat();
        inbox.drainTo(happened::add);
    }

    /** The test itself is the one who reads the inbox. */
    private static final class NoLoop extends BroadcastLoop {

        @Override
        void start() {}

        @Override
        void stop() {}
    }
}
