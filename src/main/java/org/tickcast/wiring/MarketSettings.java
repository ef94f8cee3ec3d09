package org.tickcast.wiring;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tickcast.market.FuturesListing;
import org.tickcast.market.FuturesRoll;
import org.tickcast.market.Sectors;
import org.tickcast.market.Symbol;
import org.tickcast.market.TradingCalendar;
import org.tickcast.market.Watchlist;

/** What is known of the exchange beforehand. Each of the lists that change is a file of ours or of the user's own. */
record MarketSettings(Watchlist watchlist, Sectors sectors, FuturesListing futures) {

    private static final String BASKET = "basket";
    private static final String EVERYTHING = "everything";

    private static final String LAST_TRADING_DAY = "after-last-trading-day";
    private static final Map<String, FuturesRoll> ROLLS = Map.of(
            LAST_TRADING_DAY, FuturesRoll.AFTER_LAST_TRADING_DAY, "on-last-thursday", FuturesRoll.ON_LAST_THURSDAY);

    /** The days on which the exchange trades. */
    TradingCalendar calendar() {
        return futures.calendar();
    }

    static MarketSettings read(SettingsReader in) {
        return new MarketSettings(
                watchlist(in),
                in.dataFile(
                        "tickcast.market.sectors",
                        "a file with a symbol and its sector a line",
                        Sectors.vn30(),
                        Sectors::read),
                futures(in));
    }

    private static FuturesListing futures(SettingsReader in) {
        TradingCalendar calendar = in.dataFile(
                "tickcast.market.holidays",
                "a file with a date like 2026-02-16 a line",
                TradingCalendar.vietnam(),
                TradingCalendar::read);
        return new FuturesListing(calendar, in.choice("tickcast.market.futures-roll", LAST_TRADING_DAY, ROLLS));
    }

    private static Watchlist watchlist(SettingsReader in) {
        Watchlist basket =
                in.dataFile("tickcast.market.basket", "a file with a symbol a line", Watchlist.vn30(), Watchlist::read);
        boolean everything = in.oneOf("tickcast.market.watch", BASKET, Set.of(BASKET, EVERYTHING))
                .equals(EVERYTHING);
        Watchlist watched = everything ? basket.withEverything() : basket;
        return watched.with(in.list(
                "tickcast.market.extra-symbols",
                "symbols with commas between them",
                code -> new Symbol(code.toUpperCase(Locale.ROOT))));
    }
}
