package org.tickcast.socket;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What the address of a request says after its question mark. Not the request's parameters, for which a server would also
 * read a body that nobody has let in yet.
 */
final class QueryString {

    private QueryString() {}

    /**
     * Each name with its first value.
     *
     * @throws IllegalArgumentException if something in it is not encoded as an address is
     */
    static Map<String, String> of(HttpServletRequest request) {
        Map<String, String> first = new HashMap<>();
        String query = request.getQueryString();
        for (String part : query == null ? new String[0] : query.split("&", -1)) {
            String[] named = part.split("=", 2);
            first.putIfAbsent(decoded(named[0]), named.length == 2 ? decoded(named[1]) : "");
        }
        return first;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
