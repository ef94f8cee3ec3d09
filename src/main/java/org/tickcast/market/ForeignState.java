package org.tickcast.market;

/** The foreign side of one stock, with its speeds. Belongs to the board, and so to the tick. */
final class ForeignState {

    private final FlowSpeed buying = new FlowSpeed();
    private final FlowSpeed selling = new FlowSpeed();
    private ForeignFlow latest;

    /** The first report is where we start counting from: what came before it has no speed. */
    ForeignState(ForeignFlow first) {
        latest = first;
    }

    void flowed(ForeignFlow flow) {
        buying.grewBy(growth(latest.buyVolume(), flow.buyVolume()), flow.at());
        selling.grewBy(growth(latest.sellVolume(), flow.sellVolume()), flow.at());
        latest = flow;
    }

    /** The totals fall only when the feed starts over; that is not trading. */
    private static long growth(long before, long now) {
        return Math.max(0, now - before);
    }

    ForeignActivity activity() {
        return new ForeignActivity(
                latest.symbol(),
                latest.buyVolume(),
                latest.sellVolume(),
                latest.buyValue(),
                latest.sellValue(),
                latest.totalRoom(),
                latest.currentRoom(),
                buying.perMinute(),
                selling.perMinute(),
                buying.acceleration(),
                selling.acceleration(),
                latest.at());
    }
}
