package org.tickcast.market;

/** The last price of a stock and the band it may move in, in VND; 0 while unknown. */
public record StockPrice(long last, long reference, long ceiling, long floor) {

    public long change() {
        return isComparable() ? last - reference : 0;
    }

    public double changePercent() {
        return isComparable() ? 100.0 * change() / reference : 0;
    }

    private boolean isComparable() {
        return last > 0 && reference > 0;
    }
}
