package org.tickcast.rest;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.OriginRules;
import org.tickcast.socket.AttemptReader;
import org.tickcast.socket.RefusalWriter;
import org.tickcast.wire.CloseCode;

/**
 * Lets pages from other origins ask, if they may connect, too: the rules are those of the sockets. It answers a browser
 * that asks first (a preflight request, which never has a token) and marks every other answer for that one origin. It
 * never lets a browser send cookies along: who asks here shows a token. {@code web.xml} has it stand before whoever asks
 * for that.
 */
public class CorsFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String ORIGIN = "Origin";

    private final transient OriginRules rules;
    private final transient AttemptReader attempts;
    private final transient RefusalWriter refusals;

    @Inject
    public CorsFilter(OriginRules rules, AttemptReader attempts, RefusalWriter refusals) {
        this.rules = rules;
        this.attempts = attempts;
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CorsResponse marked = new CorsResponse(response, allowedOrigin(request));
        if (!isPreflight(request)) {
            chain.doFilter(request, marked);
        } else if (marked.isForSomebody()) {
            marked.answerPreflight();
        } else {
            refusals.write(CloseCode.ORIGIN_REFUSED, request, marked);
        }
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader(ORIGIN) != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    /** The origin as the browser has written it, if a page from there may see the answer. */
    private @Nullable String allowedOrigin(HttpServletRequest request) {
        List<String> origins = Collections.list(request.getHeaders(ORIGIN));
        if (origins.isEmpty()) {
            return null;
        }
        boolean allowed =
                rules.answer(origins, attempts.arrival(request).ownHost()).allowed();
        return allowed ? origins.get(0) : null;
    }
}
