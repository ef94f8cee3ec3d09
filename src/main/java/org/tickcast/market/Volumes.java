package org.tickcast.market;

/** Shares traded, by who attacked: a buyer lifting the ask, a seller hitting the bid, or nobody who can be named. */
public record Volumes(long activeBuy, long activeSell, long neutral) {

    public static final Volumes NONE = new Volumes(0, 0, 0);

    public long total() {
        return activeBuy + activeSell + neutral;
    }

    Volumes plus(Volumes more) {
        return new Volumes(
                Math.addExact(activeBuy, more.activeBuy),
                Math.addExact(activeSell, more.activeSell),
                Math.addExact(neutral, more.neutral));
    }
}
