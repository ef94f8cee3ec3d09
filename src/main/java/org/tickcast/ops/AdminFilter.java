package org.tickcast.ops;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.Identification;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.Verdict;
import org.tickcast.admission.rate.GuessRate;
import org.tickcast.rest.ProblemResponse;
import org.tickcast.socket.AttemptReader;
import org.tickcast.socket.RefusalWriter;
import org.tickcast.wire.CloseCode;

/**
 * Lets nobody below {@code /admin} whose token does not have the role {@code admin}. The token has to be in the
 * Authorization header: what is in an address ends up in logs.
 */
@WebFilter(
        urlPatterns = {"/admin", "/admin/*"},
        asyncSupported = true)
public class AdminFilter extends HttpFilter {

    static final String ROLE = "admin";

    private static final long serialVersionUID = 1;

    private final transient GuessRate guesses;
    private final transient IdentityCheck identity;
    private final transient AttemptReader attempts;
    private final transient RefusalWriter refusals;
    private final transient AdmissionListener listener;

    @Inject
    public AdminFilter(
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
        Attempt attempt = attempts.readHeader(request, Attempt.ADMIN);
        Identification answer = identified(attempt);
        if (answer instanceof Identification.Refused refused) {
            listener.refused(attempt, refused.verdict());
            refusals.write(refused.verdict(), request, response);
        } else if (answer instanceof Identification.Known known) {
            response.setHeader("Cache-Control", "no-store");
            chain.doFilter(by(new Operator(known.who()), request), new ProblemResponse(request, response, refusals));
        }
    }

    private Identification identified(Attempt attempt) {
        Identification answer = guesses.identify(attempt, identity);
        boolean lacksRole = answer instanceof Identification.Known known
                && !known.who().grants().hasRole(ROLE);
        return lacksRole ? new Identification.Refused(new Verdict.Refused(CloseCode.ROLE_REQUIRED, null)) : answer;
    }

    private static HttpServletRequest by(Operator operator, HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public Principal getUserPrincipal() {
                return operator;
            }
        };
    }
}
