package org.tickcast.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.ApiKey;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.jwt.JwtIssuer;
import org.tickcast.admission.jwt.TokenDesk;
import org.tickcast.socket.AttemptReader;
import org.tickcast.socket.RefusalWriter;
import org.tickcast.wire.AccessTokenView;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.WireCodec;

/** Gives a signed token to who shows an API key. What the body says does not matter. */
@WebServlet(TokenServlet.PATH)
public class TokenServlet extends AuthServlet {

    static final String PATH = "/auth/token";

    private static final long serialVersionUID = 1;
    private static final String HEADER = "X-API-Key";
    private static final String TYPE = "Bearer";

    private final transient TokenDesk desk;
    private final transient AdmissionListener listener;
    private final transient WireCodec codec;

    @Inject
    public TokenServlet(
            TokenDesk desk,
            AttemptReader attempts,
            AdmissionListener listener,
            RefusalWriter refusals,
            WireCodec codec) {
        super(attempts, listener, refusals);
        this.desk = desk;
        this.listener = listener;
        this.codec = codec;
    }

    @Override
    Answer answer(HttpServletRequest request, Attempt attempt) {
        if (!desk.isOpen()) {
            return Answer.Refused.of(CloseCode.NO_TOKENS_HERE);
        }
        List<String> shown = Collections.list(request.getHeaders(HEADER));
        // No key, a wrong one and several are one answer: nobody learns which it was.
        TokenDesk.Handout handout = shown.size() == 1 ? desk.issueFor(shown.get(0)) : null;
        return handout == null ? Answer.Refused.of(CloseCode.API_KEY_INVALID) : given(handout, attempt);
    }

    private Answer given(TokenDesk.Handout handout, Attempt attempt) {
        ApiKey holder = handout.holder();
        listener.tokenIssued(attempt, holder.user(), handout.token().id());
        return new Answer.Given(codec.accessToken(new AccessTokenView(
                handout.token().text(),
                JwtIssuer.LIFETIME.toSeconds(),
                TYPE,
                holder.user(),
                holder.grants().plan())));
    }
}
