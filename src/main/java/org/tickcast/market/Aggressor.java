package org.tickcast.market;

/** Whose order made a trade happen. */
enum Aggressor {
    BUYER,
    SELLER,
    UNKNOWN;

    /**
     * Judged against the book as it stood before the trade: at the ask or above a buyer attacked, at the bid or below a
     * seller.
     */
    static Aggressor of(Trade trade, long bestBid, long bestAsk) {
        if (trade.session().isAuction()) {
            return UNKNOWN;
        }
        if (bestAsk > 0 && trade.price() >= bestAsk) {
            return BUYER;
        }
        if (bestBid > 0 && trade.price() <= bestBid) {
            return SELLER;
        }
        return UNKNOWN;
    }

    <T> T choose(T ofBuyer, T ofSeller, T ofUnknown) {
        return switch (this) {
            case BUYER -> ofBuyer;
            case SELLER -> ofSeller;
            case UNKNOWN -> ofUnknown;
        };
    }
}
