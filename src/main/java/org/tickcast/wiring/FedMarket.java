package org.tickcast.wiring;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tickcast.feed.Feed;
import org.tickcast.feed.IngestFeed;
import org.tickcast.feed.Metronome;
import org.tickcast.feed.SimulatedFeed;
import org.tickcast.feed.SimulatedMarket;
import org.tickcast.feed.SimulationSettings;
import org.tickcast.feed.TapeFeed;
import org.tickcast.feed.TapePlayback;
import org.tickcast.market.MarketHours;
import org.tickcast.market.MarketTime;
import org.tickcast.market.TradingBoard;

/**
 * The feed that was chosen, and the time in the market that it brings.
 *
 * @param keepsHours whether its silence is no fault while no orders meet in that market
 */
record FedMarket(Feed feed, MarketTime time, boolean keepsHours) {

    /**
     * @param exchange the hours of the exchange, where the feed keeps none of its own
     * @param clock what an exchange goes by that others push in
     * @param steady what is played here goes by it: it never goes back, and never jumps
     */
    static FedMarket of(
            FeedSettings settings,
            IngestFeed ingest,
            MarketHours exchange,
            InstantSource clock,
            InstantSource steady,
            Metronome metronome) {
        if (settings.ingest().token() != null) {
            return new FedMarket(ingest, new MarketTime(clock, exchange), true);
        }
        TapePlayback playback = settings.playback();
        return playback == null
                ? simulated(settings, steady, metronome)
                : played(playback, exchange, steady, metronome);
    }

    /** Whether the feed should have something to say now. */
    boolean mustSpeak() {
        return !keepsHours || time.matchesOrders(TradingBoard.HOSE);
    }

    private static FedMarket simulated(FeedSettings settings, InstantSource clock, Metronome metronome) {
        SimulationSettings simulation = settings.simulation();
        Instant began = clock.instant();
        Instant start = settings.start() == null ? began : settings.start();
        return new FedMarket(
                new SimulatedFeed(new SimulatedMarket(simulation, start), simulation.speed(), clock, metronome),
                new MarketTime(faster(clock, simulation.speed(), began, start), simulation.hours()),
                true);
    }

    /** A clock that shows {@code start} when the other shows {@code began}, and runs so many times as fast. */
    private static InstantSource faster(InstantSource clock, double speed, Instant began, Instant start) {
        return () -> {
            double millis = Duration.between(began, clock.instant()).toMillis() * speed;
            return start.plusMillis((long) millis);
        };
    }

    /** A tape speaks whatever the hour, for its own hours are over. */
    private static FedMarket played(
            TapePlayback playback, MarketHours exchange, InstantSource clock, Metronome metronome) {
        TapeFeed tape = new TapeFeed(playback, clock, metronome);
        InstantSource asPlayed = playback.times() == TapePlayback.Times.NOW ? clock : positionOf(tape, clock);
        return new FedMarket(tape, new MarketTime(asPlayed, exchange), false);
    }

    private static InstantSource positionOf(TapeFeed tape, InstantSource clock) {
        return () -> {
            Instant position = tape.position();
            return position == null ? clock.instant() : position;
        };
    }
}
