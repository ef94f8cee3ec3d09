package org.tickcast.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.Credential;
import org.tickcast.admission.Token;
import org.tickcast.admission.Verdict;
import org.tickcast.admission.rate.GuessRate;
import org.tickcast.socket.AttemptReader;
import org.tickcast.socket.ShownCredential;
import org.tickcast.wire.CloseCode;

/** Who may push events in: whoever shows the producers' own token and sends lines. Nothing here looks at a body. */
public final class IngestEntrance {

    private static final String POST = "POST";

    /** One event a line is also JSON, and text, and what a client sends that was told nothing. */
    private static final Set<String> LINES = Set.of("application/x-ndjson", "application/json", "text/plain");

    private static final Set<String> UTF_8 = Set.of("utf-8", "us-ascii");

    private final @Nullable Token expected;
    private final AttemptReader attempts;
    private final GuessRate guesses;
    private final AdmissionListener listener;

    /** @param token what producers show; null when the market comes from elsewhere */
    public IngestEntrance(
            @Nullable Token token, AttemptReader attempts, GuessRate guesses, AdmissionListener listener) {
        this.expected = token;
        this.attempts = attempts;
        this.guesses = guesses;
        this.listener = listener;
    }

    /** Why this request is refused, or null when nothing speaks against it. */
    Verdict.@Nullable Refused objection(HttpServletRequest request) {
        if (expected == null) {
            return new Verdict.Refused(CloseCode.NOT_INGESTING, null);
        }
        Verdict.Refused refusal =
                objection(request, expected, attempts.arrival(request).client());
        if (refusal != null) {
            listener.refused(attempts.readHeader(request, Attempt.API), refusal);
        }
        return refusal;
    }

    private Verdict.@Nullable Refused objection(HttpServletRequest request, Token expected, ClientAddress from) {
        Verdict.Refused stopped = guesses.objection(from);
        if (stopped != null) {
            return stopped;
        }
        CloseCode reason = objection(request, expected);
        Verdict.Refused oneTooMany = reason == CloseCode.TOKEN_INVALID ? guesses.guessed(from) : null;
        return reason == null || oneTooMany != null ? oneTooMany : new Verdict.Refused(reason, null);
    }

    private static @Nullable CloseCode objection(HttpServletRequest request, Token expected) {
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
