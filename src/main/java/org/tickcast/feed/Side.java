package org.tickcast.feed;

/** Which way an order goes. */
enum Side {
    BUY,
    SELL;

    Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
