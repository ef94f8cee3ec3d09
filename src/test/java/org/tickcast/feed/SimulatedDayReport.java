package org.tickcast.feed;

import java.util.Locale;
import java.util.LongSummaryStatistics;
import org.tickcast.market.Watchlist;

/** Prints the numbers of docs/simulated-market.md: a day of each scenario. The first argument is the seed, 1 without one. */
final class SimulatedDayReport {

    private final StringBuilder text = new StringBuilder();

    private SimulatedDayReport(SimulatedDay day) {
        day.play();
        describeTrading(day);
        describePrices(day);
        describeVolume(day);
        line("made in                    %.1f s, %,.0f events a second", day.seconds(), day.events() / day.seconds());
    }

    public static void main(String[] args) {
        long seed = args.length == 0 ? 1 : Long.parseLong(args[0]);
        for (Scenario scenario : Scenario.values()) {
            System.out.println(scenario + ", seed " + seed);
            System.out.println(new SimulatedDayReport(new SimulatedDay(seed, scenario)).text);
        }
    }

    private void describeTrading(SimulatedDay day) {
        LongSummaryStatistics perSecond = day.eventsPerSecond();
        line("events                     %,d", day.events());
        line(
                "events a second            %,.0f on average, %,d to %,d",
                perSecond.getAverage(), perSecond.getMin(), perSecond.getMax());
        line("seconds with 5,000 or more %.1f %%", 100 * day.secondsWithAtLeast(5_000));
        line("trades a second            %,.1f", day.tradesPerSecond());
        line("foreign share of trading   %.1f %%", 100 * day.foreignShare());
    }

    private void describePrices(SimulatedDay day) {
        double[] volatilities = day.volatilities();
        line("spread of one tick         %.1f %% of the time", 100 * day.oneTick());
        line("spread on average          %.2f ticks", day.meanSpread());
        line("a side empty               %.1f %% of the time", 100 * day.emptySide());
        line(
                "volatility of a stock      %.2f %% a day, %.2f to %.2f",
                day.typicalVolatility(), volatilities[0], volatilities[volatilities.length - 1]);
        line("correlation of two stocks  %.2f", day.correlation());
        line("stocks that saw the floor  %d", day.sawFloor());
        line("VN30, low to high, close   %s", day.range(Watchlist.VN30));
        line("VNINDEX, the same          %s", day.range(Watchlist.VNINDEX));
        line("basis                      %s", day.basis());
    }

    private void describeVolume(SimulatedDay day) {
        line("shares traded              %,d", day.volume());
        day.volumeByHalfHour()
                .forEach((when, shares) -> line("  %-9s                %5.1f %%", when, 100.0 * shares / day.volume()));
    }

    private void line(String format, Object... values) {
        text.append("  ").append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
