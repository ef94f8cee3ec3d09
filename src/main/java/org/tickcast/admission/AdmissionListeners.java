package org.tickcast.admission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/** Several listeners as one. */
record AdmissionListeners(List<AdmissionListener> listeners) implements AdmissionListener {

    @Override
    public void admitted(Attempt attempt, Verdict.Admitted verdict) {
        listeners.forEach(listener -> listener.admitted(attempt, verdict));
    }

    @Override
    public void refused(Attempt attempt, Verdict.Refused verdict) {
        listeners.forEach(listener -> listener.refused(attempt, verdict));
    }

    @Override
    public void tooManyMessages(Connection connection) {
        listeners.forEach(listener -> listener.tooManyMessages(connection));
    }

    @Override
    public void renewed(Connection connection, @Nullable CloseCode refusal) {
        listeners.forEach(listener -> listener.renewed(connection, refusal));
    }

    @Override
    public void closed(Connection connection, int code, @Nullable CloseCode ours) {
        // While the application is being undeployed no lambda can be made any more.
        for (AdmissionListener listener : listeners) {
            listener.closed(connection, code, ours);
        }
    }

    @Override
    public void ticketGiven(ClientIdentity who, String door) {
        listeners.forEach(listener -> listener.ticketGiven(who, door));
    }

    @Override
    public void tokenIssued(Attempt attempt, String user, String tokenId) {
        listeners.forEach(listener -> listener.tokenIssued(attempt, user, tokenId));
    }
}
