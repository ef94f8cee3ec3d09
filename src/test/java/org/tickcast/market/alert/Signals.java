package org.tickcast.market.alert;

import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.PriceBand;
import org.tickcast.market.Symbol;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;

/** What the tests of alerts are made of; times count from ten o'clock. */
final class Signals {

    static final PriceBand BAND = new PriceBand(FPT, 98_500, 105_300, 91_700, TEN);

    private Signals() {}

    static AlertDesk desk() {
        return new AlertDesk(AlertLimits.DEFAULTS, new Random(7));
    }

    static Signal signal(AlertType type, Symbol symbol, Duration after) {
        return new Signal(type, symbol, symbol + " did something", TEN.plus(after), Map.of());
    }

    static Trade trade(long volume, Duration after) {
        return new Trade(FPT, 98_500, volume, TradingSession.CONTINUOUS, TEN.plus(after));
    }

    static Trade tradeAt(long price) {
        return new Trade(FPT, price, 100, TradingSession.CONTINUOUS, TEN);
    }

    /** A report by which foreigners have bought for so many VND today, and sold for so many. */
    static ForeignFlow flow(long bought, long sold, Duration after) {
        return new ForeignFlow(FPT, 1_000, 1_000, bought, sold, 1_000_000, 400_000, TEN.plus(after));
    }

    /** What a rule said, where it must have said something. */
    static Signal said(@Nullable Signal signal) {
        return Objects.requireNonNull(signal, "The rule said nothing");
    }

    static List<AlertType> types(List<Alert> alerts) {
        return alerts.stream().map(Alert::type).toList();
    }
}
