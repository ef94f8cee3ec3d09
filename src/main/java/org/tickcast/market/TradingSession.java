package org.tickcast.market;

/** The part of the trading day in which a trade happened. */
public enum TradingSession {
    /** The opening auction. */
    ATO,
    CONTINUOUS,
    /** The closing auction. */
    ATC,
    /** Negotiated deals after the close. */
    PUT_THROUGH,
    LUNCH_BREAK,
    HALTED,
    CLOSED;

    /** In an auction everybody trades at one price, so nobody is the one who attacked. */
    public boolean isAuction() {
        return this == ATO || this == ATC;
    }
}
