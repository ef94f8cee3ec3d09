package org.tickcast.wire;

import static org.tickcast.wire.FieldNames.ASKS;
import static org.tickcast.wire.FieldNames.AT;
import static org.tickcast.wire.FieldNames.BIDS;
import static org.tickcast.wire.FieldNames.SESSION;
import static org.tickcast.wire.FieldNames.SYMBOL;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.tickcast.market.DailyReset;
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

/** A kind of event, and its fields on a line: written and read side by side, so that one sees that they agree. */
record EventKind<E extends MarketEvent>(
        String type, Class<E> events, BiConsumer<E, JsonLineWriter> write, Function<JsonLine, E> read) {

    static final List<EventKind<?>> ALL = List.of(
            new EventKind<>(
                    "band",
                    PriceBand.class,
                    (band, line) -> line.text(SYMBOL, band.symbol().code())
                            .number("reference", band.reference())
                            .number("ceiling", band.ceiling())
                            .number("floor", band.floor()),
                    line -> new PriceBand(
                            symbol(line),
                            line.whole("reference"),
                            line.whole("ceiling"),
                            line.whole("floor"),
                            line.time(AT))),
            new EventKind<>(
                    "quote",
                    Quote.class,
                    (quote, line) -> line.text(SYMBOL, quote.symbol().code())
                            .depth(BIDS, quote.bids())
                            .depth(ASKS, quote.asks()),
                    line -> new Quote(symbol(line), line.depth(BIDS), line.depth(ASKS), line.time(AT))),
            new EventKind<>(
                    "trade",
                    Trade.class,
                    (trade, line) -> line.text(SYMBOL, trade.symbol().code())
                            .number("price", trade.price())
                            .number("volume", trade.volume())
                            .text(SESSION, trade.session().name()),
                    line -> new Trade(
                            symbol(line), line.whole("price"), line.whole("volume"), session(line), line.time(AT))),
            new EventKind<>(
                    "foreign",
                    ForeignFlow.class,
                    (flow, line) -> line.text(SYMBOL, flow.symbol().code())
                            .number("buy_volume", flow.buyVolume())
                            .number("sell_volume", flow.sellVolume())
                            .number("buy_value", flow.buyValue())
                            .number("sell_value", flow.sellValue())
                            .number("total_room", flow.totalRoom())
                            .number("current_room", flow.currentRoom()),
                    line -> new ForeignFlow(
                            symbol(line),
                            line.whole("buy_volume"),
                            line.whole("sell_volume"),
                            line.whole("buy_value"),
                            line.whole("sell_value"),
                            line.whole("total_room"),
                            line.whole("current_room"),
                            line.time(AT))),
            new EventKind<>(
                    "index",
                    IndexValue.class,
                    (index, line) -> line.text(SYMBOL, index.index().code())
                            .number("value", index.value())
                            .number("prior_value", index.priorValue())
                            .number("total_volume", index.totalVolume())
                            .number("advances", index.advances())
                            .number("declines", index.declines())
                            .number("unchanged", index.unchanged()),
                    line -> new IndexValue(
                            symbol(line),
                            line.number("value"),
                            line.number("prior_value"),
                            line.whole("total_volume"),
                            line.count("advances"),
                            line.count("declines"),
                            line.count("unchanged"),
                            line.time(AT))),
            new EventKind<>(
                    "futures_quote",
                    FuturesQuote.class,
                    (quote, line) -> line.text(SYMBOL, quote.contract().code())
                            .number("bid", quote.bid())
                            .number("ask", quote.ask()),
                    line -> new FuturesQuote(symbol(line), line.number("bid"), line.number("ask"), line.time(AT))),
            new EventKind<>(
                    "futures_trade",
                    FuturesTrade.class,
                    (trade, line) -> line.text(SYMBOL, trade.contract().code())
                            .number("price", trade.price())
                            .number("volume", trade.volume())
                            .number("reference", trade.reference()),
                    line -> new FuturesTrade(
                            symbol(line),
                            line.number("price"),
                            line.whole("volume"),
                            line.number("reference"),
                            line.time(AT))),
            new EventKind<>(
                    "daily_reset",
                    DailyReset.class,
                    (reset, line) -> {}, // Its time is all there is to it.
                    line -> new DailyReset(line.time(AT))));

    private static final String A_SYMBOL = "1 to 16 capital letters and digits";

    private static final String A_SESSION = "one of ATO, CONTINUOUS, ATC, PUT_THROUGH, LUNCH_BREAK, HALTED, CLOSED";

    String write(MarketEvent event) {
        JsonLineWriter line = new JsonLineWriter().text(FieldNames.TYPE, type);
        write.accept(events.cast(event), line);
        return line.time(AT, event.at()).end();
    }

    private static Symbol symbol(JsonLine line) {
        String code = line.text(SYMBOL, A_SYMBOL);
        try {
            return new Symbol(code);
        } catch (IllegalArgumentException noSymbol) {
            throw new BadField(BadEvent.mustBe(SYMBOL, A_SYMBOL, code));
        }
    }

    /** By our names, or by the codes of the exchange's own feed. */
    private static TradingSession session(JsonLine line) {
        String name = line.text(SESSION, A_SESSION);
        return switch (name) {
            case "ATO" -> TradingSession.ATO;
            case "CONTINUOUS", "LO" -> TradingSession.CONTINUOUS;
            case "ATC" -> TradingSession.ATC;
            case "PUT_THROUGH", "PT" -> TradingSession.PUT_THROUGH;
            case "LUNCH_BREAK", "BREAK" -> TradingSession.LUNCH_BREAK;
            case "HALTED", "HALT", "H" -> TradingSession.HALTED;
            case "CLOSED", "C" -> TradingSession.CLOSED;
            default -> throw new BadField(BadEvent.mustBe(SESSION, A_SESSION, name));
        };
    }
}
