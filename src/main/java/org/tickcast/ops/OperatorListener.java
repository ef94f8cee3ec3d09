package org.tickcast.ops;

import org.tickcast.admission.ClientIdentity;

/**
 * Hears what operators do to the market that is shown, and to the server, for the audit log. It must return at once.
 *
 * <p>Threads: any.
 */
public interface OperatorListener {

    /** For whoever does not want to know. */
    OperatorListener NONE = new OperatorListener() {};

    /** An operator has done this to the tape. */
    default void tapeHandled(ClientIdentity operator, TapeCommand command) {}

    /** An operator has given this logger a level. */
    default void loggerSet(ClientIdentity operator, String logger, String level) {}

    /** An operator has begun to let everybody go, who were so many. */
    default void drainBegun(ClientIdentity operator, int clients) {}
}
