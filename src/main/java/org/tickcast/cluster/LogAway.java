package org.tickcast.cluster;

/** The log cannot be reached, or does not answer in time. What was asked of it may have been done all the same. */
public final class LogAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LogAway(String why, Throwable cause) {
        super(why, cause);
    }
}
