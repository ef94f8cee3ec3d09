package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.band;
import static org.tickcast.testing.SampleMarket.futures;
import static org.tickcast.testing.SampleMarket.index;
import static org.tickcast.testing.SampleMarket.trade;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.market.Depth;
import org.tickcast.market.ForeignFlow;
import org.tickcast.market.FuturesQuote;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Quote;
import org.tickcast.market.TradingSession;
import org.tickcast.market.Watchlist;
import org.tickcast.testing.RandomEvents;

/** An event is one line of JSON, and a line is an event or says what is wrong with it. */
class EventCodecTest {

    private static final String TRADE =
            "{\"type\":\"trade\",\"symbol\":\"FPT\",\"price\":98500,\"volume\":300,\"session\":\"CONTINUOUS\","
                    + "\"at\":\"2026-02-11T03:00:00Z\"}";

    private final EventCodec codec = new EventCodec();

    static Stream<Arguments> lines() {
        Depth bids = new Depth(List.of(new Depth.Level(98_400, 1_000), new Depth.Level(98_300, 0)));
        return Stream.of(
                Arguments.of(trade(FPT, 98_500, 300), TRADE),
                Arguments.of(
                        band(FPT, 98_000),
                        "{\"type\":\"band\",\"symbol\":\"FPT\",\"reference\":98000,\"ceiling\":104800,"
                                + "\"floor\":91200,\"at\":\"2026-02-11T03:00:00Z\"}"),
                Arguments.of(
                        new Quote(FPT, bids, Depth.EMPTY, TEN.plusNanos(123_456_789)),
                        "{\"type\":\"quote\",\"symbol\":\"FPT\",\"bids\":[[98400,1000],[98300,0]],\"asks\":[],"
                                + "\"at\":\"2026-02-11T03:00:00.123456789Z\"}"),
                Arguments.of(
                        new ForeignFlow(FPT, 1, 2, 3, 4, 5, 6, TEN),
                        "{\"type\":\"foreign\",\"symbol\":\"FPT\",\"buy_volume\":1,\"sell_volume\":2,\"buy_value\":3,"
                                + "\"sell_value\":4,\"total_room\":5,\"current_room\":6,"
                                + "\"at\":\"2026-02-11T03:00:00Z\"}"),
                Arguments.of(
                        index(Watchlist.VN30, 2_010.55, TEN),
                        "{\"type\":\"index\",\"symbol\":\"VN30\",\"value\":2010.55,\"prior_value\":2000.0,"
                                + "\"total_volume\":5000,\"advances\":12,\"declines\":4,\"unchanged\":14,"
                                + "\"at\":\"2026-02-11T03:00:00Z\"}"),
                Arguments.of(
                        new FuturesQuote(FEBRUARY, 2_014.5, 0, TEN),
                        "{\"type\":\"futures_quote\",\"symbol\":\"VN30F2602\",\"bid\":2014.5,\"ask\":0.0,"
                                + "\"at\":\"2026-02-11T03:00:00Z\"}"),
                Arguments.of(
                        futures(FEBRUARY, 2_014.6, 3),
                        "{\"type\":\"futures_trade\",\"symbol\":\"VN30F2602\",\"price\":2014.6,\"volume\":3,"
                                + "\"reference\":2000.0,\"at\":\"2026-02-11T03:00:00Z\"}"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void each_kind_of_event_is_this_line_to_the_last_byte(MarketEvent event, String line) {
        assertThat(codec.write(event)).isEqualTo(line);
        assertThat(codec.read(line)).isEqualTo(new DecodedLine.Event(event));
    }

    @Test
    void whatever_is_written_is_read_as_the_very_same() {
        RandomEvents events = new RandomEvents(20260211);
        Set<Class<?>> kinds = new HashSet<>();

        for (MarketEvent event : events.next(20_000)) {
            String line = codec.write(event);
            kinds.add(event.getClass());

            assertThat(codec.read(line)).as(line).isEqualTo(new DecodedLine.Event(event));
            assertThat(line).doesNotContain("\n").hasSizeLessThan(1_000);
        }

        assertThat(kinds).containsExactlyInAnyOrder(MarketEvent.class.getPermittedSubclasses());
    }

    @Nested
    class Given_a_producer_with_its_own_habits {

        @ParameterizedTest
        @CsvSource({
            "BuyVol, SellVol, BuyVal, SellVal, TotalRoom, CurrentRoom",
            "FBuyVol, FSellVol, FBuyVal, FSellVal, TotalRoom, CurrentRoom",
            "buy_vol, sell_vol, buy_val, sell_val, total_room, current_room",
            "fbuy_vol, fsell_vol, fbuy_val, fsell_val, total_room, current_room",
            "buyVolume, sellVolume, buyValue, sellValue, totalRoom, currentRoom"
        })
        void both_spellings_of_the_foreign_fields_are_read(
                String buyVolume, String sellVolume, String buyValue, String sellValue, String total, String current) {
            String line =
                    "{\"type\":\"foreign\",\"Symbol\":\"FPT\",\"%s\":863352.0,\"%s\":\"825308\",\"%s\":25123543200.0,"
                            + "\"%s\":\"24016462800.0\",\"%s\":1501130137,\"%s\":806887173.0,\"at\":\"2026-02-11T10:00:00+07:00\"}";

            DecodedLine read = codec.read(line.formatted(buyVolume, sellVolume, buyValue, sellValue, total, current));

            assertThat(read)
                    .isEqualTo(new DecodedLine.Event(new ForeignFlow(
                            FPT, 863_352, 825_308, 25_123_543_200L, 24_016_462_800L, 1_501_130_137, 806_887_173, TEN)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"98500.0", "\"98500\"", "\"98500.00\"", "9.85e4", "\"985E2\""})
        void a_whole_number_may_be_written_in_many_ways(String price) {
            assertThat(codec.read(TRADE.replace("98500", price)))
                    .isEqualTo(new DecodedLine.Event(trade(FPT, 98_500, 300)));
        }

        @ParameterizedTest
        @CsvSource({"LO, CONTINUOUS", "PT, PUT_THROUGH", "BREAK, LUNCH_BREAK", "C, CLOSED", "HALT, HALTED", "H, HALTED"
        })
        void the_exchange_s_codes_of_the_sessions_are_read(String theirs, TradingSession session) {
            assertThat(codec.read(TRADE.replace("CONTINUOUS", theirs)))
                    .isEqualTo(new DecodedLine.Event(trade(FPT, 98_500, 300, session)));
        }

        @Test
        void a_line_may_tell_more_than_we_know_and_in_any_order() {
            String line = "{\"at\":\"2026-02-11T03:00:00Z\",\"side\":{\"a\":[1,{\"type\":1}]},\"isin\":[[[1]]],"
                    + "\"isin\":null,\"volume\":300,\"x\":true,\"price\":98500,\"symbol\":\"FPT\",\"session\":\"LO\","
                    + " \"type\" : \"trade\" } ";

            assertThat(codec.read(line)).isEqualTo(new DecodedLine.Event(trade(FPT, 98_500, 300)));
        }
    }

    @Nested
    class Given_a_line_that_is_no_event {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "\"price\":98500       | \"price\":NaN              | line",
                    "\"price\":98500       | \"price\":\"NaN\"          | price",
                    "\"price\":98500       | \"price\":\"Infinity\"     | price",
                    "\"price\":98500       | \"price\":\"0x1p3\"        | price",
                    "\"price\":98500       | \"price\":\"\"             | price",
                    "\"price\":98500       | \"price\":98500.5          | price",
                    "\"price\":98500       | \"price\":true             | price",
                    "\"price\":98500       | \"price\":[98500]          | price",
                    "\"price\":98500       | \"price\":{\"vnd\":98500}  | price",
                    "\"price\":98500       | \"price\":null             | price",
                    "\"price\":98500,      | ``                         | price",
                    "\"price\":98500       | \"price\":1,\"price\":1    | price",
                    "\"price\":98500       | \"price\":1,\"LastPrice\":1| price",
                    "\"price\":98500       | \"price\":1e1000000000     | price",
                    "\"price\":98500       | \"price\":1e-1000000000    | price",
                    "\"price\":98500       | \"price\":-98500           | event",
                    "\"price\":98500       | \"price\":0                | event",
                    "\"volume\":300        | \"volume\":9223372036854775808 | volume",
                    "\"volume\":300        | \"volume\":-9223372036854775809 | volume",
                    "\"volume\":300        | \"volume\":9223372036854775807 | event",
                    "\"volume\":300        | \"volume\":1000000000000   | event",
                    "\"symbol\":\"FPT\"    | \"symbol\":\"fpt\"         | symbol",
                    "\"symbol\":\"FPT\"    | \"symbol\":\" FPT \"       | symbol",
                    "\"symbol\":\"FPT\"    | \"symbol\":\"\"            | symbol",
                    "\"symbol\":\"FPT\"    | \"symbol\":7               | symbol",
                    "\"symbol\":\"FPT\"    | \"symbol\":\"FPT\",\"Symbol\":\"VNM\" | symbol",
                    "\"type\":\"trade\"    | \"type\":\"rumour\"        | type",
                    "\"type\":\"trade\"    | \"type\":1                 | type",
                    "\"type\":\"trade\",   | ``                         | type",
                    "CONTINUOUS            | NEVER                      | session",
                    "2026-02-11T03:00:00Z  | 2026-02-11T03:00:00        | at",
                    "2026-02-11T03:00:00Z  | 2026-02-30T03:00:00Z       | at",
                    "2026-02-11T03:00:00Z  | +10000-01-01T00:00:00Z     | at",
                    "\"2026-02-11T03:00:00Z\" | 1770778800              | at",
                    "{                     | [                          | line",
                    "}                     | ``                         | line",
                    "}                     | }{}                        | line",
                    "}                     | } and more                 | line",
                    "}                     | ,}                         | line",
                    "\"price\":            | 'price':                   | line",
                })
        void it_is_refused_by_the_name_of_what_is_wrong(String right, String wrong, String field) {
            DecodedLine read = codec.read(TRADE.replace(right, wrong));

            assertThat(read).isInstanceOfSatisfying(BadEvent.class, bad -> {
                assertThat(bad.field()).as(bad.words()).isEqualTo(field);
                assertThat(bad.words()).hasSizeLessThan(300);
            });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "null",
                    "7",
                    "\"trade\"",
                    "[]",
                    "{",
                    "{\"",
                    "\u0000",
                    "\uD800",
                    "}",
                    "{\"a\":\"\n\"}"
                })
        void rubbish_is_no_object(String rubbish) {
            assertThat(codec.read(rubbish))
                    .isInstanceOfSatisfying(
                            BadEvent.class, bad -> assertThat(bad.field()).isEqualTo("line"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "7",
                    "\"deep\"",
                    "{}",
                    "[7]",
                    "[[98400]]",
                    "[[98400,1,1]]",
                    "[[98400,\"many\"]]",
                    "[[[98400],1]]",
                    "[[0,1]]",
                    "[[98400,-1]]",
                    "[{\"price\":98400,\"volume\":1}]",
                    "[[98400,1.5]]",
                    "[[1,1],[1,1],[1,1],[1,1],[1,1],[1,1],[1,1],[1,1],[1,1],[1,1],[1,1]]"
                })
        void a_book_must_be_levels(String bids) {
            String line = "{\"type\":\"quote\",\"symbol\":\"FPT\",\"bids\":" + bids
                    + ",\"asks\":[],\"at\":\"2026-02-11T03:00:00Z\"}";

            assertThat(codec.read(line)).isInstanceOfSatisfying(BadEvent.class, bad -> {
                assertThat(bad.field()).isEqualTo("bids");
                assertThat(bad.words()).contains("[[98400,1000]]");
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e999", "\"1e999\"", "-1", "0", "\"NaN\"", "1e-400"})
        void an_index_must_have_points(String value) {
            String line = codec.write(index(Watchlist.VN30, 2_010.55, TEN)).replace("2010.55", value);

            assertThat(codec.read(line)).isInstanceOf(BadEvent.class);
        }

        @Test
        void a_count_beyond_32_bits_is_refused() {
            String line = codec.write(index(Watchlist.VN30, 2_010.55, TEN))
                    .replace("\"advances\":12", "\"advances\":4294967308");

            assertThat(codec.read(line))
                    .isEqualTo(new BadEvent(
                            "advances", "advances must be a whole number of at most 32 bits, was \"4294967308\""));
        }

        @Test
        void the_words_say_what_it_may_be() {
            assertThat(codec.read(TRADE.replace("98500", "\"dear\"")))
                    .isEqualTo(new BadEvent("price", "price must be a whole number of at most 64 bits, was \"dear\""));
            assertThat(codec.read(TRADE.replace("\"price\":98500,", "")))
                    .isEqualTo(new BadEvent("price", "price is missing; it must be a whole number of at most 64 bits"));
            assertThat(codec.read(TRADE.replace("trade", "rumour")))
                    .isEqualTo(new BadEvent(
                            "type",
                            "type must be one of band, daily_reset, foreign, futures_quote, futures_trade, index, quote, trade,"
                                    + " was \"rumour\""));
            assertThat(codec.read(TRADE.replace("98500", "-5")))
                    .isEqualTo(new BadEvent("event", "FPT: price must be above 0, was -5"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"symbol", "type", "session", "at", "price"})
        void of_what_it_was_no_more_than_a_hundred_characters_are_repeated(String field) {
            String much = "Z\\n".repeat(5_000);

            DecodedLine read =
                    codec.read("{\"type\":\"trade\",\"symbol\":\"FPT\",\"price\":1,\"volume\":1,\"session\":\"LO\","
                            .concat("\"at\":\"2026-02-11T03:00:00Z\"}")
                            .replaceFirst(
                                    "\"" + field + "\":(\"[^\"]*\"|1)",
                                    "\"" + field + "\":\"" + much.replace("\\", "\\\\") + "\""));

            assertThat(read).isInstanceOfSatisfying(BadEvent.class, bad -> {
                assertThat(bad.field()).isEqualTo(field);
                assertThat(bad.words().chars().filter(c -> c == 'Z').count()).isLessThanOrEqualTo(100);
                assertThat(bad.words()).doesNotContain("\n").hasSizeLessThan(300);
            });
        }
    }

    @Nested
    class Given_a_line_of_unusual_length {

        @Test
        void the_longest_line_is_read() {
            assertThat(codec.read(padded(EventCodec.LONGEST_LINE))).isInstanceOf(DecodedLine.Event.class);
        }

        @Test
        void a_longer_one_is_not() {
            assertThat(codec.read(padded(EventCodec.LONGEST_LINE + 1))).isInstanceOfSatisfying(BadEvent.class, bad -> {
                assertThat(bad.field()).isEqualTo("line");
                assertThat(bad.words())
                        .startsWith("line must be at most 65536 bytes, was \"{\"type\":\"trade\"")
                        .hasSizeLessThan(200);
            });
        }

        @ParameterizedTest
        @ValueSource(strings = {"[", "{\"a\":"})
        void however_deep_it_is_nested_it_is_only_a_bad_line(String opening) {
            String deep = opening.repeat(EventCodec.LONGEST_LINE / opening.length() - 10);

            assertThat(codec.read(deep)).isInstanceOf(BadEvent.class);
            assertThat(codec.read("{\"bids\":" + deep)).isInstanceOf(BadEvent.class);
            assertThat(codec.read("{\"unknown\":" + deep)).isInstanceOf(BadEvent.class);
        }

        private String padded(int length) {
            return TRADE + " ".repeat(length - TRADE.length());
        }
    }
}
