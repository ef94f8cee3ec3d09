package org.tickcast.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.Identification;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.rate.GuessRate;
import org.tickcast.socket.AttemptReader;
import org.tickcast.socket.RefusalWriter;

/**
 * Lets nobody ask anything below {@code /api} without the token, not even what is there. It is a servlet filter, so that
 * a refusal has the same bytes as that of a handshake, and so that it stands before whatever a server puts there itself.
 * Only who pushes events in is let by: {@link IngestServlet} wants a token of its own.
 */
@WebFilter(
        urlPatterns = {"/api", "/api/*"},
        asyncSupported = true)
public class TokenFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient GuessRate guesses;
    private final transient IdentityCheck identity;
    private final transient AttemptReader attempts;
    private final transient RefusalWriter refusals;
    private final transient AdmissionListener listener;

    @Inject
    public TokenFilter(
            GuessRate guesses,
            IdentityCheck identity,
            AttemptReader attempts,
            RefusalWriter refusals,
            AdmissionListener listener) {
        this.guesses = guesses;
        this.identity = identity;
        this.attempts = attempts;
        this.refusals = refusals;
        this.listener = listener;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (asksForItsOwnToken(request)) {
            chain.doFilter(request, response);
            return;
        }
        Attempt attempt = attempts.read(request, Attempt.API);
        Identification answer = guesses.identify(attempt, identity);
        if (answer instanceof Identification.Refused refused) {
            listener.refused(attempt, refused.verdict());
            refusals.write(refused.verdict(), request, response);
        } else if (answer instanceof Identification.Known known) {
            response.setHeader("Cache-Control", "no-store");
            chain.doFilter(new Caller(known.who()).of(request), new ProblemResponse(request, response, refusals));
        }
    }

    /** By the servlet that the server has found, not by the path, which can be spelled in many ways. */
    private static boolean asksForItsOwnToken(HttpServletRequest request) {
        return IngestServlet.NAME.equals(request.getHttpServletMapping().getServletName());
    }
}
