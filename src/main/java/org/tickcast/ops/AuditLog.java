package org.tickcast.ops;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.Claims;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Connection;
import org.tickcast.admission.Origin;
import org.tickcast.admission.Revocation;
import org.tickcast.admission.Verdict;
import org.tickcast.wire.CloseCode;

/**
 * Writes down who came in, who did not, and how it went on, one JSON line each, for whoever has to answer for it later.
 * No line holds a token, a ticket, or anything that a client has said.
 *
 * <p>Threads: any.
 */
public final class AuditLog implements AdmissionListener, OperatorListener {

    /** What the logger is called, wherever its lines go. */
    public static final String LOGGER = "tickcast.audit";

    private static final System.Logger LOG = System.getLogger(LOGGER);

    private static final String ANONYMOUS = "anonymous";
    private static final String UNREADABLE = "unreadable";
    /** Goodbye, going away, and without a word in a proper close frame. */
    private static final Set<Integer> IN_GOOD_ORDER = Set.of(1000, 1001, 1005);

    /** What an end by us is called, where it is not odd. A switch would need a class when none can be loaded any more. */
    private static final Map<CloseCode, AuditEvent> ENDS = Map.of(
            CloseCode.TOKEN_EXPIRED, AuditEvent.EXPIRED,
            CloseCode.TOKEN_REVOKED, AuditEvent.REVOKED,
            CloseCode.GOING_AWAY, AuditEvent.LEFT,
            CloseCode.DRAINING, AuditEvent.LEFT);

    private final InstantSource clock;
    private final AuditPace pace;

    public AuditLog(InstantSource clock) {
        this.clock = clock;
        this.pace = new AuditPace(clock.instant());
    }

    @Override
    public void admitted(Attempt attempt, Verdict.Admitted verdict) {
        AuditLine line = line(AuditEvent.ADMITTED)
                .number("connection", verdict.lease().number())
                .text("door", attempt.door());
        write(withToken(withClient(line, verdict.who()), verdict.who())
                .text("origin", origin(attempt.origins()))
                .end());
    }

    @Override
    public void refused(Attempt attempt, Verdict.Refused verdict) {
        CloseCode reason = verdict.reason();
        if (mayTell(AuditEvent.REFUSED, reason.id(), attempt.address())) {
            write(line(AuditEvent.REFUSED)
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
        write(withClient(line(AuditEvent.TICKET_GIVEN).text("door", door), who).end());
    }

    @Override
    public void tokenIssued(Attempt attempt, String user, String tokenId) {
        write(line(AuditEvent.TOKEN_ISSUED)
                .text("who", user)
                .text("address", attempt.address().text())
                .text("token_id", tokenId)
                .end());
    }

    @Override
    public void tooManyMessages(Connection connection) {
        String reason = CloseCode.MESSAGE_RATE.id();
        if (mayTell(AuditEvent.MESSAGE_DROPPED, reason, connection.who().address())) {
            write(line(AuditEvent.MESSAGE_DROPPED, connection)
                    .text("reason", reason)
                    .end());
        }
    }

    @Override
    public void renewed(Connection connection, @Nullable CloseCode refusal) {
        if (refusal == null) {
            renewed(connection);
        } else {
            write(line(AuditEvent.RENEWAL_REFUSED, connection)
                    .text("reason", refusal.id())
                    .number("code", refusal.code())
                    .end());
        }
    }

    /** A client may show its token as often as it may speak, which is more often than anybody wants to read. */
    private void renewed(Connection connection) {
        if (mayTell(AuditEvent.RENEWED, connection.who().id(), connection.who().address())) {
            write(withToken(line(AuditEvent.RENEWED, connection), connection.who())
                    .end());
        }
    }

    @Override
    public void closed(Connection connection, int code, @Nullable CloseCode ours) {
        AuditEvent event = endOf(code, ours);
        String reason = ours == null ? null : ours.id();
        if (event != AuditEvent.CLOSED
                || mayTell(event, String.valueOf(code), connection.who().address())) {
            write(line(event, connection)
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

    @Override
    public void revoked(ClientIdentity operator, Revocation revocation) {
        AuditLine line = withClient(line(AuditEvent.REVOCATION), operator);
        if (revocation instanceof Revocation.OfUser some) {
            line.text("revoked_user", some.user()).time("issued_before", some.issuedBefore());
        } else if (revocation instanceof Revocation.OfToken one) {
            line.text("revoked_token_id", one.tokenId());
        } else if (revocation instanceof Revocation.OfEverybody everybody) {
            line.time("issued_before", everybody.issuedBefore());
        }
        write(line.end());
    }

    @Override
    public void tapeHandled(ClientIdentity operator, TapeCommand command) {
        AuditLine line = withClient(line(AuditEvent.TAPE), operator).text("command", command.id());
        if (command instanceof TapeCommand.Seek seek) {
            line.time("to", seek.to());
        }
        write(line.end());
    }

    @Override
    public void loggerSet(ClientIdentity operator, String logger, String level) {
        write(withClient(line(AuditEvent.LOGGER), operator)
                .text("logger", logger)
                .text("level", level)
                .end());
    }

    @Override
    public void drainBegun(ClientIdentity operator, int clients) {
        write(withClient(line(AuditEvent.DRAIN), operator)
                .number("clients", clients)
                .end());
    }

    @Override
    public void feedRestarted(ClientIdentity operator) {
        write(withClient(line(AuditEvent.FEED_RESTART), operator).end());
    }

    @Override
    public void kicked(ClientIdentity operator, Connection connection) {
        aboutConnection(AuditEvent.KICK, operator, connection);
    }

    @Override
    public void userKicked(ClientIdentity operator, String user, int closedHere) {
        write(withClient(line(AuditEvent.KICK_USER), operator)
                .text("user", user)
                .number("connections", closedHere)
                .end());
    }

    @Override
    public void told(ClientIdentity operator, Connection connection) {
        aboutConnection(AuditEvent.TOLD, operator, connection);
    }

    private void aboutConnection(AuditEvent event, ClientIdentity operator, Connection connection) {
        write(withClient(line(event), operator)
                .number("connection", connection.number())
                .text("door", connection.door())
                .text("user", connection.who().id())
                .end());
    }

    /** A page may look every few seconds. */
    @Override
    public void looked(ClientIdentity operator, String what) {
        if (mayTell(AuditEvent.LOOKED, what, operator.address())) {
            write(withClient(line(AuditEvent.LOOKED), operator)
                    .text("at_what", what)
                    .end());
        }
    }

    /** Says what has been counted and not written, once a minute. To be called now and then. */
    public void sayWhatWasHeldBack() {
        for (AuditPace.HeldBack heldBack : pace.endOfMinute(clock.instant())) {
            AuditPace.Kind kind = heldBack.kind();
            write(line(AuditEvent.HELD_BACK)
                    .text("of", kind.event().id())
                    .text("reason", kind.reason())
                    .text("address", kind.address())
                    .number("lines", heldBack.lines())
                    .end());
        }
    }

    private boolean mayTell(AuditEvent event, String reason, ClientAddress address) {
        return pace.mayTell(new AuditPace.Kind(event, reason, address.limitKey()));
    }

    private AuditLine line(AuditEvent event) {
        return new AuditLine(event, clock.instant());
    }

    private AuditLine line(AuditEvent event, Connection connection) {
        AuditLine line = line(event).number("connection", connection.number()).text("door", connection.door());
        return withClient(line, connection.who());
    }

    private static AuditLine withClient(AuditLine line, ClientIdentity who) {
        return line.text("who", who.id())
                .text("kind", kindOf(who))
                .text("address", who.address().text());
    }

    /** How we know who somebody is, in the word that operators read. */
    static String kindOf(ClientIdentity who) {
        Claims claims = who.claims();
        return claims == null ? ANONYMOUS : claims.kind().name().toLowerCase(Locale.ROOT);
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

    private static void write(String line) {
        LOG.log(Level.INFO, line);
    }
}
