package org.tickcast.socket;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Verdict;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Problem;
import org.tickcast.wire.WireCodec;

/** Writes why a handshake or another request was refused, byte for byte the same on every server. */
public final class RefusalWriter {

    private final WireCodec codec;

    public RefusalWriter(WireCodec codec) {
        this.codec = codec;
    }

    public void write(Verdict.Refused refused, HttpServletResponse response) throws IOException {
        write(refused.reason(), refused.retryAfter(), response);
    }

    public void write(CloseCode reason, HttpServletResponse response) throws IOException {
        write(reason, null, response);
    }

    private void write(CloseCode reason, @Nullable Duration retryAfter, HttpServletResponse response)
            throws IOException {
        byte[] body = codec.problem(Problem.of(reason)).getBytes(StandardCharsets.UTF_8);
        response.reset();
        response.setStatus(reason.httpStatus());
        addHeadersOf(reason, response);
        if (retryAfter != null) {
            response.setHeader("Retry-After", Long.toString(retryAfter.toSeconds()));
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** What a client needs to know beside the body; most reasons need nothing. */
    private static void addHeadersOf(CloseCode reason, HttpServletResponse response) {
        if (reason.httpStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"tickcast\"");
        }
        if (reason == CloseCode.NOT_A_WEBSOCKET) {
            response.setHeader("Upgrade", "websocket");
            // An answer that names an upgrade has no length on Payara, so it ends with its connection.
            response.setHeader("Connection", "close");
        }
        if (reason == CloseCode.WRONG_VERSION) {
            // Without "Upgrade": Payara would take it for a successful one and drop the content type.
            response.setHeader("Sec-WebSocket-Version", "13");
        }
    }
}
