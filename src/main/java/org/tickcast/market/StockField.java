package org.tickcast.market;

/** What the board knows of a stock, field by field. */
public enum StockField {
    LAST,
    REFERENCE,
    CEILING,
    FLOOR,
    ATO_BUY,
    ATO_SELL,
    ATO_NEUTRAL,
    CONTINUOUS_BUY,
    CONTINUOUS_SELL,
    CONTINUOUS_NEUTRAL,
    ATC_BUY,
    ATC_SELL,
    ATC_NEUTRAL,
    BUY_VALUE,
    SELL_VALUE,
    UPDATED;

    /** Where the shares of a trade are counted: whatever is no auction counts as continuous. */
    static StockField volume(TradingSession session, Aggressor aggressor) {
        return switch (session) {
            case ATO -> aggressor.choose(ATO_BUY, ATO_SELL, ATO_NEUTRAL);
            case ATC -> aggressor.choose(ATC_BUY, ATC_SELL, ATC_NEUTRAL);
            case CONTINUOUS, PUT_THROUGH, LUNCH_BREAK, HALTED, CLOSED ->
                aggressor.choose(CONTINUOUS_BUY, CONTINUOUS_SELL, CONTINUOUS_NEUTRAL);
        };
    }
}
