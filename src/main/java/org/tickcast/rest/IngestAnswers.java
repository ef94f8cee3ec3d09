package org.tickcast.rest;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.tickcast.admission.Verdict;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.IngestReport;
import org.tickcast.wire.Problem;
import org.tickcast.wire.WireCodec;

/** What a producer is told: why it was refused, or what became of its lines. */
final class IngestAnswers {

    /** A part of the lines is no event; RFC 4918 has a status for an answer that is not the same for all. */
    private static final int SOME_REJECTED = 207;

    /** When there may be room again: nobody can know, so it is a polite guess. */
    private static final String TRY_AGAIN_AFTER = "1";

    private static final String TOKEN_IN_THE_HEADER = "Send it as \"Authorization: Bearer <token>\".";

    private final WireCodec codec;

    IngestAnswers(WireCodec codec) {
        this.codec = codec;
    }

    /** Refuses a request before its body was looked at. */
    void refuse(Verdict.Refused refused, HttpServletResponse response) throws IOException {
        CloseCode reason = refused.reason();
        addHeadersOf(reason, response);
        Duration wait = refused.retryAfter();
        if (wait != null) {
            response.setHeader("Retry-After", Long.toString(wait.toSeconds()));
        }
        write(reason.httpStatus(), Problem.MEDIA_TYPE, codec.problem(problem(reason)), response);
    }

    /** Refuses a request of which nothing was read. */
    void refuse(CloseCode reason, HttpServletResponse response) throws IOException {
        refuse(new Verdict.Refused(reason, null), response);
    }

    /** Answers a request that was read to its end. */
    void finish(IngestReport report, HttpServletResponse response) throws IOException {
        if (report.accepted() == 0 && report.rejected() > 0) {
            breakOff(CloseCode.NOTHING_ACCEPTED, report, response);
        } else {
            int status = report.rejected() == 0 ? HttpServletResponse.SC_OK : SOME_REJECTED;
            write(status, "application/json", codec.ingested(report), response);
        }
    }

    /** Answers one whose lines came to a bad end. */
    void breakOff(CloseCode reason, IngestReport report, HttpServletResponse response) throws IOException {
        addHeadersOf(reason, response);
        write(reason.httpStatus(), Problem.MEDIA_TYPE, codec.ingested(problem(reason), report), response);
    }

    private static Problem problem(CloseCode reason) {
        Problem problem = Problem.of(reason);
        return reason == CloseCode.TOKEN_MISSING ? problem.withDetail(TOKEN_IN_THE_HEADER) : problem;
    }

    private static void addHeadersOf(CloseCode reason, HttpServletResponse response) {
        switch (reason.httpStatus()) {
            case 401 -> response.setHeader("WWW-Authenticate", "Bearer realm=\"tickcast\"");
            case 405 -> response.setHeader("Allow", "POST");
            case 429, 503 -> response.setHeader("Retry-After", TRY_AGAIN_AFTER);
            default -> {} // Needs no header.
        }
        if (reason != CloseCode.NOTHING_ACCEPTED) {
            response.setHeader("Connection", "close"); // What is left of the body is not read.
        }
    }

    private static void write(int status, String mediaType, String text, HttpServletResponse response)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(mediaType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
