package org.tickcast.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fact that cannot be true refuses to exist, and says whose it was: nothing behind it needs to ask again. */
class BadFactsTest {

    static Stream<Arguments> badShares() {
        return LongStream.of(-1, Long.MIN_VALUE, Long.MAX_VALUE)
                .boxed()
                .flatMap(bad -> Stream.of(
                        fact("trade price " + bad, () -> tradeOf(bad, 100)),
                        fact("trade volume " + bad, () -> tradeOf(98_500, bad)),
                        fact("foreign buy volume " + bad, () -> flowOf(bad, 0, 0, 0, 0, 0)),
                        fact("foreign sell volume " + bad, () -> flowOf(0, bad, 0, 0, 0, 0)),
                        fact("foreign buy value " + bad, () -> flowOf(0, 0, bad, 0, 0, 0)),
                        fact("foreign sell value " + bad, () -> flowOf(0, 0, 0, bad, 0, 0)),
                        fact("foreign room " + bad, () -> flowOf(0, 0, 0, 0, bad, 0)),
                        fact("free foreign room " + bad, () -> flowOf(0, 0, 0, 0, 0, bad))));
    }

    static Stream<Arguments> badTradesAndBands() {
        return Stream.of(
                fact("price 0", () -> tradeOf(0, 100)),
                fact("volume 0", () -> tradeOf(98_500, 0)),
                fact("value beyond all money", () -> tradeOf(1_000_000_000_000L, 1_000_000_000_000L)),
                fact("floor 0", () -> new PriceBand(FPT, 100, 107, 0, TEN)),
                fact("floor above the reference", () -> new PriceBand(FPT, 100, 107, 101, TEN)),
                fact("ceiling below the reference", () -> new PriceBand(FPT, 100, 99, 93, TEN)),
                fact("ceiling beyond all money", () -> new PriceBand(FPT, 100, Long.MAX_VALUE, 93, TEN)));
    }

    static Stream<Arguments> badPoints() {
        return DoubleStream.of(0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE, Double.MIN_VALUE)
                .boxed()
                .flatMap(bad -> Stream.of(
                        fact("index value " + bad, () -> indexOf(bad, 2_000, 0, 0, 0, 0), "VN30"),
                        fact("prior value " + bad, () -> indexOf(2_000, bad, 0, 0, 0, 0), "VN30"),
                        fact("futures price " + bad, () -> futureOf(bad, 1, 2_000), "VN30F2602"),
                        fact("futures reference " + bad, () -> futureOf(2_000, 1, bad), "VN30F2602")));
    }

    static Stream<Arguments> otherBadPoints() {
        return Stream.concat(
                Stream.of(
                        fact("index volume", () -> indexOf(2_000, 2_000, -1, 0, 0, 0), "VN30"),
                        fact("advances", () -> indexOf(2_000, 2_000, 0, -1, 0, 0), "VN30"),
                        fact("declines", () -> indexOf(2_000, 2_000, 0, 0, -1, 0), "VN30"),
                        fact("unchanged", () -> indexOf(2_000, 2_000, 0, 0, 0, -1), "VN30"),
                        fact("futures volume", () -> futureOf(2_000, 0, 2_000), "VN30F2602")),
                DoubleStream.of(-0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE)
                        .boxed()
                        .flatMap(bad -> Stream.of(
                                fact("futures bid " + bad, () -> quoteOf(bad, 2_000), "VN30F2602"),
                                fact("futures ask " + bad, () -> quoteOf(2_000, bad), "VN30F2602"))));
    }

    static Stream<Arguments> badTimes() {
        return Stream.of(Instant.MIN, Instant.MAX, Instant.parse("+10000-01-01T00:00:00Z"))
                .flatMap(bad -> Stream.of(
                        fact("trade at " + bad, () -> new Trade(FPT, 1, 1, TradingSession.ATO, bad)),
                        fact("book at " + bad, () -> new Quote(FPT, Depth.EMPTY, Depth.EMPTY, bad)),
                        fact("band at " + bad, () -> new PriceBand(FPT, 100, 107, 93, bad)),
                        fact("flow at " + bad, () -> new ForeignFlow(FPT, 0, 0, 0, 0, 0, 0, bad)),
                        fact("index at " + bad, () -> new IndexValue(Watchlist.VN30, 1, 1, 0, 0, 0, 0, bad), "VN30"),
                        fact("future at " + bad, () -> new FuturesTrade(FEBRUARY, 1, 1, 1, bad), "VN30F2602"),
                        fact("futures quote at " + bad, () -> new FuturesQuote(FEBRUARY, 1, 1, bad), "VN30F2602"),
                        fact("end of the day at " + bad, () -> new DailyReset(bad), "the end of a day")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"badShares", "badTradesAndBands", "badPoints", "otherBadPoints", "badTimes"})
    void a_bad_fact_names_itself(String what, ThrowingCallable fact, String symbol) {
        assertThatIllegalArgumentException().as(what).isThrownBy(fact).withMessageContaining(symbol);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "fpt", "FPT ", "VN30-F", "VN30F260212345678", "ĐHG", "A\nB"})
    void a_symbol_is_capital_letters_and_digits(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Symbol(code));
    }

    @Test
    void a_side_of_the_book_has_ten_levels_at_most() {
        Depth.Level level = new Depth.Level(98_500, 100);

        assertThat(new Depth(Collections.nCopies(10, level)).levels()).hasSize(10);
        assertThatIllegalArgumentException().isThrownBy(() -> new Depth(Collections.nCopies(11, level)));
    }

    @Test
    void a_level_has_a_price_and_no_negative_volume() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Depth.Level(0, 100));
        assertThatIllegalArgumentException().isThrownBy(() -> new Depth.Level(98_500, -1));
    }

    @Test
    void a_side_of_the_book_does_not_follow_the_list_it_came_from() {
        List<Depth.Level> levels = new ArrayList<>(List.of(new Depth.Level(98_500, 100)));
        Depth side = new Depth(levels);

        levels.clear();

        assertThat(side.best()).isEqualTo(98_500);
    }

    @Test
    void limits_that_would_keep_nothing_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BoardLimits(0, Duration.ofMinutes(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new BoardLimits(60, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new BoardLimits(60, Duration.ofMinutes(-1)));
    }

    private static Trade tradeOf(long price, long volume) {
        return new Trade(FPT, price, volume, TradingSession.CONTINUOUS, TEN);
    }

    private static ForeignFlow flowOf(long bought, long sold, long boughtFor, long soldFor, long room, long free) {
        return new ForeignFlow(FPT, bought, sold, boughtFor, soldFor, room, free, TEN);
    }

    private static IndexValue indexOf(double value, double prior, long volume, int up, int down, int same) {
        return new IndexValue(Watchlist.VN30, value, prior, volume, up, down, same, TEN);
    }

    private static FuturesTrade futureOf(double price, long volume, double reference) {
        return new FuturesTrade(FEBRUARY, price, volume, reference, TEN);
    }

    private static FuturesQuote quoteOf(double bid, double ask) {
        return new FuturesQuote(FEBRUARY, bid, ask, TEN);
    }

    private static Arguments fact(String what, ThrowingCallable fact) {
        return fact(what, fact, "FPT");
    }

    private static Arguments fact(String what, ThrowingCallable fact, String symbol) {
        return arguments(what, fact, symbol);
    }
}
