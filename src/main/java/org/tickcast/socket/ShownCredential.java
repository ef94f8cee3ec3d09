package org.tickcast.socket;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.tickcast.admission.Credential;

/**
 * Finds what a request shows, in this order: the Authorization header; a subprotocol after {@code bearer}, for browsers,
 * which can set no header; a ticket; and a token in the query, which ends up in logs and so may be switched off. The
 * first that is there counts.
 */
public final class ShownCredential {

    private static final String SCHEME = "Bearer";
    private static final String SUBPROTOCOL = "bearer";
    private static final List<String> QUERY_NAMES = List.of("token", "session_token", "access_token");

    private ShownCredential() {}

    static Credential in(HttpServletRequest request, boolean queryTokens) {
        Credential inHeader = inHeader(request);
        if (!(inHeader instanceof Credential.Nothing) || hasBearer(request)) {
            return inHeader;
        }
        List<String> offered = offeredProtocols(request);
        int bearer = offered.indexOf(SUBPROTOCOL);
        if (bearer >= 0) {
            return bearer + 1 < offered.size() ? token(offered.get(bearer + 1)) : new Credential.Nothing();
        }
        return inQuery(request, queryTokens);
    }

    /** The same for whoever accepts nothing but the header, which no page of another origin can have a browser send. */
    public static Credential inHeader(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.size() > 1) {
            return new Credential.Unreadable();
        }
        return hasBearer(request)
                ? token(headers.get(0).substring(SCHEME.length()).strip())
                : new Credential.Nothing();
    }

    private static boolean hasBearer(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && isBearer(header);
    }

    /** The names of the subprotocols that a client offers, in its order, however many headers it needs for them. */
    private static List<String> offeredProtocols(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Sec-WebSocket-Protocol")).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static Credential inQuery(HttpServletRequest request, boolean queryTokens) {
        Map<String, String> query;
        try {
            query = QueryString.of(request);
        } catch (IllegalArgumentException noSuchEncoding) {
            return new Credential.Unreadable();
        }
        String ticket = query.get("ticket");
        if (ticket != null) {
            return new Credential.Ticket(ticket);
        }
        return QUERY_NAMES.stream()
                .filter(name -> queryTokens && query.containsKey(name))
                .findFirst()
                .map(name -> token(query.getOrDefault(name, "")))
                .orElse(new Credential.Nothing());
    }

    private static Credential token(String text) {
        return text.isEmpty() ? new Credential.Nothing() : new Credential.Token(text);
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) == ' ');
    }
}
