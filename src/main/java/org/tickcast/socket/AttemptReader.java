package org.tickcast.socket;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.tickcast.admission.Arrival;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ForwardingHeaders;
import org.tickcast.admission.TrustedProxies;

/** Takes from a request what admission needs to know of it: from where, to where, and with what. */
public final class AttemptReader {

    private final TrustedProxies proxies;
    private final boolean queryTokens;

    /** @param queryTokens whether a token may be in the query; a ticket always may */
    public AttemptReader(TrustedProxies proxies, boolean queryTokens) {
        this.proxies = proxies;
        this.queryTokens = queryTokens;
    }

    /** @param door what the request wants to come in to */
    public Attempt read(HttpServletRequest request, String door) {
        return new Attempt(arrival(request), door, lines(request, "Origin"), ShownCredential.in(request, queryTokens));
    }

    /** The same for a door that opens for a token in the Authorization header and for nothing else. */
    public Attempt readHeaderOnly(HttpServletRequest request, String door) {
        return new Attempt(arrival(request), door, lines(request, "Origin"), ShownCredential.inHeader(request));
    }

    public Arrival arrival(HttpServletRequest request) {
        Arrival direct =
                new Arrival(new ClientAddress(request.getRemoteAddr()), request.isSecure(), request.getHeader("Host"));
        return proxies.outermost(
                direct,
                new ForwardingHeaders(
                        lines(request, "Forwarded"),
                        lines(request, "X-Forwarded-For"),
                        lines(request, "X-Real-IP"),
                        lines(request, "X-Forwarded-Proto"),
                        lines(request, "X-Forwarded-Host")));
    }

    private static List<String> lines(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header));
    }
}
