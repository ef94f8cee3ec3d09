package org.tickcast.market;

/** What the board knows of the foreign side of a stock, field by field. */
public enum ForeignField {
    BUY_VOLUME,
    SELL_VOLUME,
    BUY_VALUE,
    SELL_VALUE,
    TOTAL_ROOM,
    CURRENT_ROOM,
    BUY_SPEED,
    SELL_SPEED,
    BUY_ACCELERATION,
    SELL_ACCELERATION,
    UPDATED
}
