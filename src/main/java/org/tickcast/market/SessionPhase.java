package org.tickcast.market;

/** What a trading board is doing at a moment. Unlike {@link TradingSession} it is read off the clock, not off a trade. */
public enum SessionPhase {
    /** From midnight of a trading day until the board opens. */
    PRE_OPEN,
    /** The opening auction. */
    ATO,
    CONTINUOUS,
    LUNCH_BREAK,
    /** The closing auction. */
    ATC,
    /** Only negotiated deals, after the close. */
    PUT_THROUGH,
    /** Orders at the closing price, after the close. */
    PLO,
    CLOSED;

    /** Whether anything may be traded. */
    public boolean isOpen() {
        return switch (this) {
            case ATO, CONTINUOUS, ATC, PUT_THROUGH, PLO -> true;
            case PRE_OPEN, LUNCH_BREAK, CLOSED -> false;
        };
    }

    /** Whether orders meet, so that a feed which says nothing has stopped. After the close deals are rare. */
    public boolean matchesOrders() {
        return switch (this) {
            case ATO, CONTINUOUS, ATC -> true;
            case PRE_OPEN, LUNCH_BREAK, PUT_THROUGH, PLO, CLOSED -> false;
        };
    }

    /** The session that a trade of this moment belongs to. */
    public TradingSession session() {
        return switch (this) {
            case ATO -> TradingSession.ATO;
            case CONTINUOUS -> TradingSession.CONTINUOUS;
            case LUNCH_BREAK -> TradingSession.LUNCH_BREAK;
            case ATC -> TradingSession.ATC;
            // Trades have no session of their own for orders at the closing price. They come after the close too.
            case PUT_THROUGH, PLO -> TradingSession.PUT_THROUGH;
            case PRE_OPEN, CLOSED -> TradingSession.CLOSED;
        };
    }
}
