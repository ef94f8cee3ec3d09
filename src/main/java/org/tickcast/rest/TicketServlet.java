package org.tickcast.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Credential;
import org.tickcast.admission.Identification;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.TicketBook;
import org.tickcast.admission.Verdict;
import org.tickcast.socket.AttemptReader;
import org.tickcast.socket.RefusalWriter;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Door;
import org.tickcast.wire.TicketView;
import org.tickcast.wire.WireCodec;

/** Gives a ticket for one channel to who shows a token in the header, and nowhere else. */
@WebServlet(TicketServlet.PATH)
public class TicketServlet extends AuthServlet {

    static final String PATH = "/auth/ticket";

    private static final long serialVersionUID = 1;

    /** When some of those that are unused may be over: nobody can know, so it is a polite guess. */
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final transient IdentityCheck identity;
    private final transient TicketBook tickets;
    private final transient AdmissionListener listener;
    private final transient WireCodec codec;

    @Inject
    public TicketServlet(
            IdentityCheck identity,
            TicketBook tickets,
            AttemptReader attempts,
            AdmissionListener listener,
            RefusalWriter refusals,
            WireCodec codec) {
        super(attempts, listener, refusals);
        this.identity = identity;
        this.tickets = tickets;
        this.listener = listener;
        this.codec = codec;
    }

    /** Who it is comes first: a stranger's body is not read. */
    @Override
    Answer answer(HttpServletRequest request, Attempt attempt) throws IOException {
        if (!(attempt.shown() instanceof Credential.Token token)) {
            boolean nothing = attempt.shown() instanceof Credential.Nothing;
            return Answer.Refused.of(nothing ? CloseCode.TOKEN_MISSING : CloseCode.TOKEN_INVALID);
        }
        Identification answer = identity.bearerOf(token.text(), attempt.address());
        if (answer instanceof Identification.Known known) {
            TicketRequest wanted = TicketRequest.read(request.getContentType(), request.getInputStream());
            return wanted instanceof TicketRequest.For one
                    ? ticket(known.who(), one.door())
                    : Answer.Refused.of(((TicketRequest.Bad) wanted).reason());
        }
        return new Answer.Refused(((Identification.Refused) answer).verdict());
    }

    private Answer ticket(ClientIdentity who, Door door) {
        if (!who.grants().channels().includes(door.id())) {
            return Answer.Refused.of(CloseCode.CHANNEL_FORBIDDEN);
        }
        String text = tickets.give(who, door.id());
        if (text == null) {
            return new Answer.Refused(new Verdict.Refused(CloseCode.BUSY, TRY_AGAIN_AFTER));
        }
        listener.ticketGiven(who, door.id());
        return new Answer.Given(
                codec.ticket(new TicketView(text, tickets.goodFor(who).toSeconds())));
    }
}
