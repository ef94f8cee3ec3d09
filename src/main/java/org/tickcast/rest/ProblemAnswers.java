package org.tickcast.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Problem;
import org.tickcast.wire.WireCodec;

/** Answers that are a refusal, in the words of a refused handshake. */
public final class ProblemAnswers {

    /** When the tick may have caught up: nobody can know, so it is a polite guess. */
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(1);

    private final WireCodec codec;

    public ProblemAnswers(WireCodec codec) {
        this.codec = codec;
    }

    /** Why a request was refused that a server or Jakarta REST itself has refused. */
    static CloseCode reasonFor(int status) {
        return switch (status) {
            case 404 -> CloseCode.NO_SUCH_PATH;
            case 405 -> CloseCode.WRONG_METHOD;
            case 406 -> CloseCode.NOT_ACCEPTABLE;
            case Parameters.UNPROCESSABLE -> CloseCode.BAD_PARAMETER;
            default -> status < 500 ? CloseCode.BAD_REQUEST : CloseCode.REQUEST_FAILED;
        };
    }

    /** @param retryAfter rounded up, because Retry-After knows whole seconds only */
    Response of(CloseCode reason, Duration retryAfter) {
        return Response.fromResponse(of(reason))
                .header(
                        HttpHeaders.RETRY_AFTER,
                        retryAfter.plusSeconds(1).minusNanos(1).toSeconds())
                .build();
    }

    Response busy() {
        return of(CloseCode.BUSY, TRY_AGAIN_AFTER);
    }

    public Response of(CloseCode reason) {
        return of(Problem.of(reason));
    }

    Response of(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(codec.problem(problem))
                .build();
    }
}
