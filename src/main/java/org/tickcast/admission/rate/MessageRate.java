package org.tickcast.admission.rate;

import java.util.function.LongSupplier;

/**
 * How much users send, each by all connections together. Nobody has to say when a user is gone: coming back does not
 * fill up what was used, and a minute after the last message there is nothing left to remember.
 *
 * <p>Threads: any.
 */
public final class MessageRate {

    private static final String KIND = "messages";

    private final Allowances allowances;

    /**
     * @param trackedUsers of how many users messages are counted at a time; then the longest silent is forgotten
     * @param nanoTime such as {@link System#nanoTime}
     */
    public MessageRate(int trackedUsers, LongSupplier nanoTime, CommonUse common) {
        this.allowances = new Allowances(trackedUsers, nanoTime, KIND, common);
        common.share(KIND, allowances);
    }

    /** One of a node that is alone. */
    public MessageRate(int trackedUsers, LongSupplier nanoTime) {
        this(trackedUsers, nanoTime, CommonUse.ofOne());
    }

    /**
     * Asks for one message, which counts unless it is one too many.
     *
     * @param limits what the user's plan allows now
     */
    public RateAnswer message(String user, MessageLimits limits) {
        return allowances.takeOne(user, limits.rates());
    }

    /** Of how many users messages are counted now. */
    public int trackedUsers() {
        return allowances.size();
    }
}
