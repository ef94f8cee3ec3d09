package org.tickcast.ops;

import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Connection;
import org.tickcast.admission.Revocation;

/**
 * What operators have done and looked at, for the audit log.
 *
 * <p>Threads: any.
 */
public final class OperatorAudit implements OperatorListener {

    private final AuditLog log;

    public OperatorAudit(AuditLog log) {
        this.log = log;
    }

    @Override
    public void revoked(ClientIdentity operator, Revocation revocation) {
        AuditLine line = log.withClient(log.line(AuditEvent.REVOCATION), operator);
        if (revocation instanceof Revocation.OfUser some) {
            line.text("revoked_user", some.user()).time("issued_before", some.issuedBefore());
        } else if (revocation instanceof Revocation.OfToken one) {
            line.text("revoked_token_id", one.tokenId());
        } else if (revocation instanceof Revocation.OfEverybody everybody) {
            line.time("issued_before", everybody.issuedBefore());
        }
        log.write(line.end());
    }

    @Override
    public void tapeHandled(ClientIdentity operator, TapeCommand command) {
        AuditLine line = log.withClient(log.line(AuditEvent.TAPE), operator).text("command", command.id());
        if (command instanceof TapeCommand.Seek seek) {
            line.time("to", seek.to());
        }
        log.write(line.end());
    }

    @Override
    public void loggerSet(ClientIdentity operator, String logger, String level) {
        log.write(log.withClient(log.line(AuditEvent.LOGGER), operator)
                .text("logger", logger)
                .text("level", level)
                .end());
    }

    @Override
    public void drainBegun(ClientIdentity operator, int clients) {
        log.write(log.withClient(log.line(AuditEvent.DRAIN), operator)
                .number("clients", clients)
                .end());
    }

    @Override
    public void feedRestarted(ClientIdentity operator) {
        log.write(log.withClient(log.line(AuditEvent.FEED_RESTART), operator).end());
    }

    @Override
    public void kicked(ClientIdentity operator, Connection connection) {
        aboutConnection(AuditEvent.KICK, operator, connection);
    }

    @Override
    public void userKicked(ClientIdentity operator, String user, int closedHere) {
        log.write(log.withClient(log.line(AuditEvent.KICK_USER), operator)
                .text("user", user)
                .number("connections", closedHere)
                .end());
    }

    @Override
    public void told(ClientIdentity operator, Connection connection) {
        aboutConnection(AuditEvent.TOLD, operator, connection);
    }

    private void aboutConnection(AuditEvent event, ClientIdentity operator, Connection connection) {
        log.write(log.withClient(log.line(event), operator)
                .number("connection", connection.number())
                .text("door", connection.door())
                .text("user", connection.who().id())
                .end());
    }

    /** A page may look every few seconds. */
    @Override
    public void looked(ClientIdentity operator, String what) {
        if (log.mayTell(AuditEvent.LOOKED, what, operator.address())) {
            log.write(log.withClient(log.line(AuditEvent.LOOKED), operator)
                    .text("at_what", what)
                    .end());
        }
    }
}
