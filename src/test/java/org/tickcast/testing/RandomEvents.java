package org.tickcast.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tickcast.market.DailyReset;
import org.tickcast.market.Depth;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.FuturesQuote;
import org.tickcast.market.FuturesTrade;
import org.tickcast.market.IndexValue;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Quote;
import org.tickcast.market.Symbol;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;

/** Events of every kind, with whatever values the market allows, likely or not; the same for the same seed. */
public final class RandomEvents {

    private static final int KINDS = 8;
    private static final long MOST = 1_000_000_000_000_000L;
    private static final String SYMBOL_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final Random random;

    public RandomEvents(long seed) {
        random = new Random(seed);
    }

    public List<MarketEvent> next(int events) {
        List<MarketEvent> some = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            some.add(next());
        }
        return some;
    }

    public MarketEvent next() {
        return switch (random.nextInt(KINDS)) {
            case 0 -> band();
            case 1 -> new Quote(symbol(), depth(), depth(), at());
            case 2 -> trade();
            case 3 -> new ForeignFlow(symbol(), whole(), whole(), whole(), whole(), whole(), whole(), at());
            case 4 ->
                new IndexValue(
                        symbol(), points(), points(), whole(), random.nextInt(2_000), random.nextInt(2_000), 0, at());
            case 5 -> new FuturesQuote(symbol(), pointsOrNone(), pointsOrNone(), at());
            case 6 -> new FuturesTrade(symbol(), points(), positive(), points(), at());
            default -> new DailyReset(at());
        };
    }

    private MarketEvent band() {
        long floor = positive() / 3 + 1;
        long reference = floor + random.nextInt(10_000);
        return new PriceBand(symbol(), reference, reference + random.nextInt(10_000), floor, at());
    }

    private MarketEvent trade() {
        TradingSession[] sessions = TradingSession.values();
        long volume = positive();
        long price = 1 + (long) (random.nextDouble() * (MOST / volume - 1));
        return new Trade(symbol(), price, volume, sessions[random.nextInt(sessions.length)], at());
    }

    private Symbol symbol() {
        return new Symbol(random.ints(1 + random.nextInt(16), 0, SYMBOL_CHARACTERS.length())
                .map(SYMBOL_CHARACTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString());
    }

    private Depth depth() {
        List<Depth.Level> levels = new ArrayList<>();
        int deep = random.nextInt(Depth.MAX_LEVELS + 1);
        while (levels.size() < deep) {
            levels.add(new Depth.Level(positive(), whole()));
        }
        return new Depth(levels);
    }

    /** Small ones and large ones alike: as many of each length. */
    private long whole() {
        return (long) (Math.pow(10, 15 * random.nextDouble()) * random.nextDouble());
    }

    private long positive() {
        return 1 + Math.min(whole(), MOST - 1);
    }

    private double pointsOrNone() {
        return random.nextInt(5) == 0 ? 0 : points();
    }

    private double points() {
        double any = 0.01 + random.nextDouble() * Math.pow(10, 8 * random.nextDouble());
        return random.nextBoolean() ? any : Math.rint(any * 100) / 100;
    }

    /** From 1970 to 2100, some to the second and some to the nanosecond. */
    private Instant at() {
        long second = (long) (random.nextDouble() * 4_102_444_800L);
        return Instant.ofEpochSecond(second, random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }
}
