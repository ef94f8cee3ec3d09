package org.tickcast.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.TokenCheck;
import org.tickcast.admission.Verdict;
import org.tickcast.socket.RefusalWriter;
import org.tickcast.socket.ShownToken;

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

    private final transient TokenCheck check;
    private final transient RefusalWriter refusals;

    @Inject
    public TokenFilter(TokenCheck check, RefusalWriter refusals) {
        this.check = check;
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (asksForItsOwnToken(request)) {
            chain.doFilter(request, response);
            return;
        }
        Verdict.Refused objection =
                check.objection(new Attempt(new ClientAddress(request.getRemoteAddr()), ShownToken.of(request)));
        if (objection != null) {
            refusals.write(objection, request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        chain.doFilter(request, new ProblemResponse(request, response, refusals));
    }

    /** By the servlet that the server has found, not by the path, which can be spelled in many ways. */
    private static boolean asksForItsOwnToken(HttpServletRequest request) {
        return IngestServlet.NAME.equals(request.getHttpServletMapping().getServletName());
    }
}
