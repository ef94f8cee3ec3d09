package org.tickcast.ops;

import java.util.Locale;

/** What the audit log tells of. docs/audit.md explains each, with an example. */
enum AuditEvent {
    /** Somebody has a place, if the handshake succeeds. */
    ADMITTED,
    /** Somebody was refused, at a handshake or a request. */
    REFUSED,
    /** Somebody has shown a token, and has a ticket for one door. */
    TICKET_GIVEN,
    /** Somebody has shown an API key, and has a signed token. */
    TOKEN_ISSUED,
    /** A message was one too many, and dropped. */
    MESSAGE_DROPPED,
    /** A client has shown a new token for itself. */
    RENEWED,
    /** A client has shown a token that does not do, and is closed. */
    RENEWAL_REFUSED,
    /** A socket is closed because its token's time is over. */
    EXPIRED,
    /** A socket is closed because its token was taken back. */
    REVOKED,
    /** A socket has ended in some other way than in good order. */
    CLOSED,
    /** A socket has ended in good order: its client left or was let go, or the server stops. */
    LEFT,
    /** An operator has taken something back. */
    REVOCATION,
    /** An operator has paused the tape, let it go on, or sought a moment of it. */
    TAPE,
    /** An operator has a logger tell more, or less. */
    LOGGER,
    /** An operator has begun to let everybody go. */
    DRAIN,
    /** An operator has had the feed started anew. */
    FEED_RESTART,
    /** An operator has closed one connection. */
    KICK,
    /** An operator has closed all connections of a user, wherever they are. */
    KICK_USER,
    /** An operator has told one client something. */
    TOLD,
    /** An operator has looked at what is nobody else's business. */
    LOOKED,
    /** So many lines of one kind were not written, because there were too many of them. */
    HELD_BACK;

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
