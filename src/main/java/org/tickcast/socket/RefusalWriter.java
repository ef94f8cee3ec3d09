package org.tickcast.socket;

import jakarta.servlet.http.HttpServletRequest;
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

    public void write(Verdict.Refused refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(refused.reason(), refused.retryAfter(), request, response);
    }

    public void write(CloseCode reason, HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(reason, null, request, response);
    }

    /** @param allowed the methods that there are, with commas between them */
    public void writeWrongMethod(String allowed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.reset();
        response.setHeader("Allow", allowed);
        writeOver(CloseCode.WRONG_METHOD, null, request, response);
    }

    private void write(
            CloseCode reason, @Nullable Duration retryAfter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.reset();
        writeOver(reason, retryAfter, request, response);
    }

    private void writeOver(
            CloseCode reason, @Nullable Duration retryAfter, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = codec.problem(Problem.of(reason)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(reason.httpStatus());
        addHeadersOf(reason, request, response);
        if (retryAfter != null) {
            response.setHeader(
                    "Retry-After", Long.toString(retryAfter.plusMillis(999).toSeconds()));
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** What a client needs to know beside the body; most reasons need nothing. */
    private static void addHeadersOf(CloseCode reason, HttpServletRequest request, HttpServletResponse response) {
        if (reason.httpStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"tickcast\"");
        }
        // Not when the request names an upgrade itself: Payara would take the answer for a successful one, and drop the
        // content type. And an answer that names an upgrade has no length there, so it ends with its connection.
        if (reason == CloseCode.NOT_A_WEBSOCKET && request.getHeader("Upgrade") == null) {
            response.setHeader("Upgrade", "websocket");
            response.setHeader("Connection", "close");
        }
        if (reason == CloseCode.WRONG_VERSION) {
            response.setHeader("Sec-WebSocket-Version", "13");
        }
    }
}
