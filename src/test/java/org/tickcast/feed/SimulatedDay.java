package org.tickcast.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.FuturesTrade;
import org.tickcast.market.IndexValue;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Quote;
import org.tickcast.market.SessionClock;
import org.tickcast.market.SessionPhase;
import org.tickcast.market.Symbol;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingBoard;
import org.tickcast.market.TradingCalendar;
import org.tickcast.market.TradingSession;
import org.tickcast.market.Watchlist;

/** Plays one whole day of the simulated exchange and counts: where the numbers of docs/simulated-market.md come from. */
final class SimulatedDay {

    /** A Friday, a quarter to nine in Vietnam: the derivatives open. */
    static final Instant MORNING = Instant.parse("2026-11-20T01:45:00Z");

    private static final Duration LENGTH = Duration.ofMinutes(6 * 60 + 1);
    private static final double SECONDS_OF_CONTINUOUS_TRADING = 3.75 * 60 * 60;
    private static final int SAMPLE_SECONDS = 300;
    private static final double SAMPLES_PER_DAY = 51;

    private final SimulationSettings settings;
    private final Map<Symbol, WatchedStock> stocks = new LinkedHashMap<>();
    private final Map<String, Long> volumeByHalfHour = new TreeMap<>();
    private final long[] eventsBySecond = new long[(int) LENGTH.toSeconds() + 1];
    private final boolean[] continuous = new boolean[eventsBySecond.length];
    private final List<Double> bases = new ArrayList<>();
    private final Map<Symbol, List<Double>> indices = new TreeMap<>();

    private long events;
    private long trades;
    private long volume;
    private long nanos;

    SimulatedDay(long seed, Scenario scenario) {
        SimulatedHours hours = SimulatedHours.ofTheExchange(new SessionClock(TradingCalendar.vietnam()));
        this.settings = SimulationSettings.ofSeed(seed).with(scenario).with(hours);
    }

    void play() {
        long before = System.nanoTime();
        SimulatedMarket market = new SimulatedMarket(settings, MORNING);
        Instant end = MORNING.plus(LENGTH);
        Instant nextSample = MORNING;
        while (market.nextStep().isBefore(end)) {
            if (!market.nextStep().isBefore(nextSample)) {
                sample(nextSample);
                nextSample = nextSample.plusSeconds(1);
            }
            market.step(this::watch);
        }
        nanos = System.nanoTime() - before;
    }

    double tradesPerSecond() {
        return trades / SECONDS_OF_CONTINUOUS_TRADING;
    }

    /** The part of its time that a stock's best bid and ask are one step apart. */
    double oneTick() {
        return (double) sum(WatchedStock::oneTickSamples) / sum(WatchedStock::samples);
    }

    double meanSpread() {
        return (double) sum(WatchedStock::ticks) / sum(WatchedStock::samples);
    }

    long sawFloor() {
        return stocks.values().stream().filter(WatchedStock::sawFloor).count();
    }

    double typicalVolatility() {
        return volatilities()[stocks.size() / 2];
    }

    long events() {
        return events;
    }

    long volume() {
        return volume;
    }

    String basis() {
        return String.format(Locale.ROOT, "%.1f to %.1f", min(bases), max(bases));
    }

    double seconds() {
        return nanos / 1e9;
    }

    Map<String, Long> volumeByHalfHour() {
        return volumeByHalfHour;
    }

    private void watch(MarketEvent event) {
        events++;
        eventsBySecond[second(event.at())]++;
        if (event instanceof PriceBand band) {
            stocks.put(band.symbol(), new WatchedStock(band));
        } else if (event instanceof Quote quote) {
            stock(quote.symbol()).quoted(quote);
        } else if (event instanceof Trade trade) {
            trades++;
            volume += trade.volume();
            volumeByHalfHour.merge(halfHour(trade), trade.volume(), Long::sum);
            stock(trade.symbol()).traded(trade);
        } else if (event instanceof ForeignFlow flow) {
            stock(flow.symbol()).flowed(flow);
        } else if (event instanceof IndexValue value) {
            values(value.index()).add(value.value());
        } else if (event instanceof FuturesTrade trade) {
            List<Double> spots = values(Watchlist.VN30);
            bases.add(trade.price() - spots.get(spots.size() - 1));
        }
    }

    private void sample(Instant now) {
        if (settings.hours().phase(TradingBoard.HOSE, now) == SessionPhase.CONTINUOUS) {
            continuous[second(now)] = true;
            boolean whole = now.getEpochSecond() % SAMPLE_SECONDS == 0;
            stocks.values().forEach(stock -> stock.look(whole));
        }
    }

    private static int second(Instant at) {
        return (int) Duration.between(MORNING, at).toSeconds();
    }

    private WatchedStock stock(Symbol symbol) {
        return Objects.requireNonNull(stocks.get(symbol), () -> "No band of " + symbol);
    }

    private List<Double> values(Symbol index) {
        return indices.computeIfAbsent(index, first -> new ArrayList<>());
    }

    private static String halfHour(Trade trade) {
        if (trade.session().isAuction()) {
            return trade.session() == TradingSession.ATO ? "09:15 ATO" : "14:45 ATC";
        }
        LocalTime time = LocalTime.ofInstant(trade.at(), SessionClock.ZONE);
        return String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute() / 30 * 30);
    }

    /** How many events each second of continuous trading had. */
    LongSummaryStatistics eventsPerSecond() {
        return secondsOfTrading().mapToLong(second -> eventsBySecond[second]).summaryStatistics();
    }

    double secondsWithAtLeast(long many) {
        return secondsOfTrading()
                        .filter(second -> eventsBySecond[second] >= many)
                        .count()
                / SECONDS_OF_CONTINUOUS_TRADING;
    }

    private IntStream secondsOfTrading() {
        return IntStream.range(0, eventsBySecond.length).filter(second -> continuous[second]);
    }

    double emptySide() {
        long empty = sum(WatchedStock::emptySamples);
        return (double) empty / (empty + sum(WatchedStock::samples));
    }

    double foreignShare() {
        long foreign = 0;
        for (WatchedStock stock : stocks.values()) {
            foreign += stock.foreignVolume();
        }
        return foreign / 2.0 / volume;
    }

    String range(Symbol index) {
        List<Double> values = values(index);
        return String.format(
                Locale.ROOT, "%.2f to %.2f, %.2f", min(values), max(values), values.get(values.size() - 1));
    }

    double[] volatilities() {
        return stocks.values().stream()
                .mapToDouble(stock -> 100 * deviation(stock.returns()) * Math.sqrt(SAMPLES_PER_DAY))
                .sorted()
                .toArray();
    }

    /** On average over all pairs: the variance of the sum says it. */
    double correlation() {
        List<double[]> all = stocks.values().stream().map(WatchedStock::returns).toList();
        double[] sums = new double[all.get(0).length];
        for (double[] returns : all) {
            double deviation = deviation(returns);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += returns[i] / deviation;
            }
        }
        double n = all.size();
        double variance = deviation(sums) * deviation(sums);
        return (variance - n) / (n * (n - 1));
    }

    private long sum(ToLongFunction<WatchedStock> part) {
        return stocks.values().stream().mapToLong(part).sum();
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
    }

    private static double min(List<Double> values) {
        return values.stream().mapToDouble(v -> v).min().orElse(Double.NaN);
    }

    private static double max(List<Double> values) {
        return values.stream().mapToDouble(v -> v).max().orElse(Double.NaN);
    }
}
