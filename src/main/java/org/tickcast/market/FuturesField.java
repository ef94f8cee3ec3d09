package org.tickcast.market;

/** What the board knows of a futures contract, field by field; the spot is the index it is written on. */
public enum FuturesField {
    LAST,
    REFERENCE,
    VOLUME,
    BID,
    ASK,
    SPOT,
    UPDATED
}
