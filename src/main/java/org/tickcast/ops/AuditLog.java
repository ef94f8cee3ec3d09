package org.tickcast.ops;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Locale;
import org.tickcast.admission.Claims;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Connection;

/**
 * One JSON line for each thing that somebody may have to answer for later: what clients do is told by {@link ClientAudit},
 * what operators do by {@link OperatorAudit}. No line holds a token, a ticket, or anything that a client has said, and a
 * flood of one kind is a few lines and a number.
 *
 * <p>Threads: any.
 */
public final class AuditLog {

    /** What the logger is called, wherever its lines go. */
    public static final String LOGGER = "tickcast.audit";

    private static final System.Logger LOG = System.getLogger(LOGGER);

    private static final String ANONYMOUS = "anonymous";

    private final InstantSource clock;
    private final AuditPace pace;

    public AuditLog(InstantSource clock) {
        this.clock = clock;
        this.pace = new AuditPace(clock.instant());
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

    boolean mayTell(AuditEvent event, String reason, ClientAddress address) {
        return pace.mayTell(new AuditPace.Kind(event, reason, address.limitKey()));
    }

    AuditLine line(AuditEvent event) {
        return new AuditLine(event, clock.instant());
    }

    AuditLine line(AuditEvent event, Connection connection) {
        AuditLine line = line(event).number("connection", connection.number()).text("door", connection.door());
        return withClient(line, connection.who());
    }

    AuditLine withClient(AuditLine line, ClientIdentity who) {
        return line.text("who", who.id())
                .text("kind", kindOf(who))
                .text("address", who.address().text());
    }

    /** How we know who somebody is, in the word that operators read. */
    static String kindOf(ClientIdentity who) {
        Claims claims = who.claims();
        return claims == null ? ANONYMOUS : claims.kind().name().toLowerCase(Locale.ROOT);
    }

    void write(String line) {
        LOG.log(Level.INFO, line);
    }
}
