package org.tickcast.admission;

import java.util.Set;
import org.tickcast.wire.CloseCode;

/**
 * Finds out who somebody is. A token has to be good, not revoked, and made for this door; a ticket stands for the token
 * it was given for; and where that is allowed, nothing shown is enough to be known by address. Something shown that is
 * not good is never taken for nothing.
 *
 * <p>Threads: any.
 */
public final class IdentityCheck {

    private final TokenReader tokens;
    private final TicketBook tickets;
    private final Revocations revocations;
    private final Set<String> openDoors;

    /** @param openDoors where one may come in without showing anything */
    public IdentityCheck(TokenReader tokens, TicketBook tickets, Revocations revocations, Set<String> openDoors) {
        this.tokens = tokens;
        this.tickets = tickets;
        this.revocations = revocations;
        this.openDoors = Set.copyOf(openDoors);
    }

    /** Who it is; a ticket is used up by asking. */
    public Identification identify(Attempt attempt) {
        return identify(attempt, true);
    }

    /** The same without using anything up, for who only wants to know what would happen. */
    Identification rehearse(Attempt attempt) {
        return identify(attempt, false);
    }

    /** Who shows this token at this door, for who is in already and brings a new one. */
    public Identification bearerOf(String token, ClientAddress address, String door) {
        return atDoor(bearerOf(token, address), door);
    }

    /** Who shows this token, whatever it opens. */
    public Identification bearerOf(String token, ClientAddress address) {
        TokenReading reading = tokens.read(token);
        if (reading instanceof TokenReading.Valid valid) {
            return unlessRevoked(valid.claims().bearerAt(address));
        }
        return reading instanceof TokenReading.Rejected rejected
                ? new Identification.Refused(new Verdict.Refused(rejected.reason(), rejected.retryAfter()))
                : refused(CloseCode.TOKEN_INVALID);
    }

    private Identification identify(Attempt attempt, boolean forReal) {
        Credential shown = attempt.shown();
        if (shown instanceof Credential.Token token) {
            return bearerOf(token.text(), attempt.address(), attempt.door());
        }
        if (shown instanceof Credential.Ticket ticket) {
            ClientIdentity holder = tickets.holderOf(ticket.text(), attempt.address(), attempt.door(), forReal);
            return holder == null ? refused(CloseCode.TICKET_INVALID) : atDoor(unlessRevoked(holder), attempt.door());
        }
        return shown instanceof Credential.Nothing ? nobody(attempt) : refused(CloseCode.TOKEN_INVALID);
    }

    /** A page of ours needs nothing where the door is open; anything that sends no Origin has to show a token. */
    private Identification nobody(Attempt attempt) {
        boolean mayComeIn =
                openDoors.contains(attempt.door()) && !attempt.origins().isEmpty();
        return mayComeIn
                ? new Identification.Known(ClientIdentity.knownByAddress(attempt.address()))
                : refused(CloseCode.TOKEN_MISSING);
    }

    private Identification unlessRevoked(ClientIdentity who) {
        return revocations.isRevoked(who) ? refused(CloseCode.TOKEN_REVOKED) : new Identification.Known(who);
    }

    private static Identification atDoor(Identification answer, String door) {
        boolean forbidden = answer instanceof Identification.Known known
                && !known.who().grants().channels().includes(door);
        return forbidden ? refused(CloseCode.CHANNEL_FORBIDDEN) : answer;
    }

    private static Identification refused(CloseCode reason) {
        return new Identification.Refused(Verdict.Refused.forGood(reason));
    }
}
