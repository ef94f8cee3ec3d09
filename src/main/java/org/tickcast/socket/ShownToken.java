package org.tickcast.socket;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Finds the token in a request: the Authorization header first, because addresses end up in logs, then the query. */
public final class ShownToken {

    private static final String SCHEME = "Bearer";

    private ShownToken() {}

    public static @Nullable String of(HttpServletRequest request) {
        String inHeader = inHeader(request);
        return inHeader == null ? request.getParameter("token") : inHeader;
    }

    /** For whoever can set a header; it never looks at the body, where a parameter may be too. */
    public static @Nullable String inHeader(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && isBearer(header)
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    private static boolean isBearer(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (header.length() == SCHEME.length() || header.charAt(SCHEME.length()) == ' ');
    }
}
