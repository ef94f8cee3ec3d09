package org.tickcast.ops;

import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Connection;
import org.tickcast.admission.Revocation;

/**
 * Hears what operators do to the market that is shown, and to the server, for the audit log. It must return at once.
 *
 * <p>Threads: any.
 */
public interface OperatorListener {

    /** For whoever does not want to know. */
    OperatorListener NONE = new OperatorListener() {};

    /** An operator has taken this back. */
    default void revoked(ClientIdentity operator, Revocation revocation) {}

    /** An operator has done this to the tape. */
    default void tapeHandled(ClientIdentity operator, TapeCommand command) {}

    /** An operator has the feed closed and started anew. */
    default void feedRestarted(ClientIdentity operator) {}

    /** An operator has this connection closed. */
    default void kicked(ClientIdentity operator, Connection connection) {}

    /** An operator has all connections of this user closed, of which so many were on this server. */
    default void userKicked(ClientIdentity operator, String user, int closedHere) {}

    /** An operator has told this client something; what, is between the two. */
    default void told(ClientIdentity operator, Connection connection) {}

    /** An operator has looked at something that few may see. @param what one of a few words */
    default void looked(ClientIdentity operator, String what) {}

    /** An operator has given this logger a level. */
    default void loggerSet(ClientIdentity operator, String logger, String level) {}

    /** An operator has begun to let everybody go, who were so many. */
    default void drainBegun(ClientIdentity operator, int clients) {}
}
