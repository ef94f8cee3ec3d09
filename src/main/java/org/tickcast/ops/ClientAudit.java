package org.tickcast.ops;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.Claims;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Connection;
import org.tickcast.admission.Origin;
import org.tickcast.admission.Verdict;
import org.tickcast.wire.CloseCode;

/**
 * Who came in, who did not, and how it went on, for the audit log.
 *
 * <p>Threads: any.
 */
public final class ClientAudit implements AdmissionListener {

    private static final String UNREADABLE = "unreadable";
    /** Goodbye, going away, and without a word in a proper close frame. */
    private static final Set<Integer> IN_GOOD_ORDER = Set.of(1000, 1001, 1005);

    /** What an end by us is called, where it is not odd. A switch would need a class when none can be loaded any more. */
    private static final Map<CloseCode, AuditEvent> ENDS = Map.of(
            CloseCode.TOKEN_EXPIRED, AuditEvent.EXPIRED,
            CloseCode.TOKEN_REVOKED, AuditEvent.REVOKED,
            CloseCode.GOING_AWAY, AuditEvent.LEFT,
            CloseCode.DRAINING, AuditEvent.LEFT);

    private final AuditLog log;

    public ClientAudit(AuditLog log) {
        this.log = log;
    }

    @Override
    public void admitted(Attempt attempt, Verdict.Admitted verdict) {
        AuditLine line = log.line(AuditEvent.ADMITTED)
                .number("connection", verdict.lease().number())
                .text("door", attempt.door());
        log.write(withToken(log.withClient(line, verdict.who()), verdict.who())
                .text("origin", origin(attempt.origins()))
                .end());
    }

    @Override
    public void refused(Attempt attempt, Verdict.Refused verdict) {
        CloseCode reason = verdict.reason();
        if (log.mayTell(AuditEvent.REFUSED, reason.id(), attempt.address())) {
            log.write(log.line(AuditEvent.REFUSED)
                    .text("door", attempt.door())
                    .text("address", attempt.address().text())
                    .text("origin", origin(attempt.origins()))
                    .text("reason", reason.id())
                    .number("status", reason.httpStatus())
                    .end());
        }
    }

    @Override
    public void ticketGiven(ClientIdentity who, String door) {
        log.write(log.withClient(log.line(AuditEvent.TICKET_GIVEN).text("door", door), who)
                .end());
    }

    @Override
    public void tokenIssued(Attempt attempt, String user, String tokenId) {
        log.write(log.line(AuditEvent.TOKEN_ISSUED)
                .text("who", user)
                .text("address", attempt.address().text())
                .text("token_id", tokenId)
                .end());
    }

    @Override
    public void tooManyMessages(Connection connection) {
        String reason = CloseCode.MESSAGE_RATE.id();
        if (log.mayTell(AuditEvent.MESSAGE_DROPPED, reason, connection.who().address())) {
            log.write(log.line(AuditEvent.MESSAGE_DROPPED, connection)
                    .text("reason", reason)
                    .end());
        }
    }

    @Override
    public void renewed(Connection connection, @Nullable CloseCode refusal) {
        if (refusal == null) {
            renewed(connection);
        } else {
            log.write(log.line(AuditEvent.RENEWAL_REFUSED, connection)
                    .text("reason", refusal.id())
                    .number("code", refusal.code())
                    .end());
        }
    }

    /** A client may show its token as often as it may speak, which is more often than anybody wants to read. */
    private void renewed(Connection connection) {
        if (log.mayTell(
                AuditEvent.RENEWED, connection.who().id(), connection.who().address())) {
            log.write(withToken(log.line(AuditEvent.RENEWED, connection), connection.who())
                    .end());
        }
    }

    @Override
    public void closed(Connection connection, int code, @Nullable CloseCode ours) {
        AuditEvent event = endOf(code, ours);
        String reason = ours == null ? null : ours.id();
        if (event != AuditEvent.CLOSED
                || log.mayTell(event, String.valueOf(code), connection.who().address())) {
            log.write(log.line(event, connection)
                    .text("reason", reason)
                    .number("code", code)
                    .end());
        }
    }

    private static AuditEvent endOf(int code, @Nullable CloseCode ours) {
        if (ours == null) {
            return IN_GOOD_ORDER.contains(code) ? AuditEvent.LEFT : AuditEvent.CLOSED;
        }
        return ENDS.getOrDefault(ours, AuditEvent.CLOSED);
    }

    /** By its id, which is what it can be revoked by, and never itself. */
    private static AuditLine withToken(AuditLine line, ClientIdentity who) {
        Claims claims = who.claims();
        return line.text("token_id", claims == null ? null : claims.tokenId()).time("expires_at", who.expiresAt());
    }

    /** Only what is an origin is written: an unreadable header may hold anything, a token too. */
    private static @Nullable String origin(List<String> origins) {
        if (origins.isEmpty()) {
            return null;
        }
        String first = origins.get(0);
        Origin origin = origins.size() > 1 ? null : Origin.read(first);
        if (origin != null) {
            return origin.toString();
        }
        return first.equals(Origin.OPAQUE) ? Origin.OPAQUE : UNREADABLE;
    }
}
