package org.tickcast.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Credential;
import org.tickcast.admission.Token;
import org.tickcast.socket.ShownCredential;
import org.tickcast.wire.CloseCode;

/** Who may push events in: whoever shows the producers' own token and sends lines. Nothing here looks at a body. */
public final class IngestEntrance {

    private static final String POST = "POST";

    /** One event a line is also JSON, and text, and what a client sends that was told nothing. */
    private static final Set<String> LINES = Set.of("application/x-ndjson", "application/json", "text/plain");

    private static final Set<String> UTF_8 = Set.of("utf-8", "us-ascii");

    private final @Nullable Token expected;

    /** @param token what producers show; null when the market comes from elsewhere */
    public IngestEntrance(@Nullable Token token) {
        expected = token;
    }

    /** Why this request is refused, or null when nothing speaks against it. */
    @Nullable CloseCode objection(HttpServletRequest request) {
        if (expected == null) {
            return CloseCode.NOT_INGESTING;
        }
        Credential shown = ShownCredential.inHeader(request);
        if (shown instanceof Credential.Nothing) {
            return CloseCode.TOKEN_MISSING;
        }
        if (!(shown instanceof Credential.Token token) || !expected.matches(token.text())) {
            return CloseCode.TOKEN_INVALID;
        }
        if (!request.getMethod().equals(POST)) {
            return CloseCode.WRONG_METHOD;
        }
        return bringsLines(request) ? null : CloseCode.UNSUPPORTED_MEDIA_TYPE;
    }

    private static boolean bringsLines(HttpServletRequest request) {
        return isOneOf(LINES, mediaType(request.getContentType()))
                && isOneOf(UTF_8, request.getCharacterEncoding())
                && isOneOf(Set.of("identity"), request.getHeader("Content-Encoding"));
    }

    /** Whoever says nothing means what we mean. */
    private static boolean isOneOf(Set<String> known, @Nullable String said) {
        return said == null || known.contains(said.toLowerCase(Locale.ROOT));
    }

    private static @Nullable String mediaType(@Nullable String contentType) {
        return contentType == null ? null : contentType.split(";", 2)[0].strip();
    }
}
