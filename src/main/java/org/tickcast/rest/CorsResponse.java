package org.tickcast.rest;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/** An answer that says which page may see it, and goes on saying so when it is written anew as a refusal. */
final class CorsResponse extends HttpServletResponseWrapper {

    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE";
    private static final String HEADERS = "Authorization, Content-Type, X-API-Key";
    private static final String SHOWN_TO_PAGES = "Retry-After, WWW-Authenticate";
    private static final String AN_HOUR = "3600";

    private final @Nullable String origin;

    /** @param origin null when no page may see it, or no page has asked */
    CorsResponse(HttpServletResponse response, @Nullable String origin) {
        super(response);
        this.origin = origin;
        mark();
    }

    boolean isForSomebody() {
        return origin != null;
    }

    void answerPreflight() {
        setHeader("Access-Control-Allow-Methods", METHODS);
        setHeader("Access-Control-Allow-Headers", HEADERS);
        setHeader("Access-Control-Max-Age", AN_HOUR);
        setStatus(SC_NO_CONTENT);
    }

    @Override
    public void reset() {
        super.reset();
        mark();
    }

    /** Vary is said to everybody, or a cache would give one page the answer of another. */
    private void mark() {
        setHeader("Vary", "Origin");
        if (origin != null) {
            setHeader("Access-Control-Allow-Origin", origin);
            setHeader("Access-Control-Expose-Headers", SHOWN_TO_PAGES);
        }
    }
}
