package org.tickcast.admission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/**
 * Hears who came in, who did not, and how it went on, for the audit log and metrics. It must return at once.
 *
 * <p>Threads: any.
 */
public interface AdmissionListener {

    /** For whoever does not want to know. */
    AdmissionListener NONE = new AdmissionListener() {};

    /** Each of them hears of everything, in this order. */
    static AdmissionListener all(List<AdmissionListener> listeners) {
        return new AdmissionListeners(List.copyOf(listeners));
    }

    /** Somebody has a place, if the handshake succeeds. */
    default void admitted(Attempt attempt, Verdict.Admitted verdict) {}

    /** Somebody was refused. */
    default void refused(Attempt attempt, Verdict.Refused verdict) {}

    /** A message was one too many, and dropped. */
    default void tooManyMessages(Connection connection) {}

    /** A client has shown a new token for itself, and is now who the connection says; or it was refused. */
    default void renewed(Connection connection, @Nullable CloseCode refusal) {}

    /** A socket is over: by us for this reason, or with this code by the client or the network. */
    default void closed(Connection connection, int code, @Nullable CloseCode ours) {}

    /** Somebody has shown a token and got a ticket for a door. */
    default void ticketGiven(ClientIdentity who, String door) {}

    /** Somebody has shown an API key and got a token for this user. */
    default void tokenIssued(Attempt attempt, String user, String tokenId) {}
}
