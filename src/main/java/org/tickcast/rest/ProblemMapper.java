package org.tickcast.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger.Level;
import org.tickcast.wire.CloseCode;

/** Whatever goes wrong is a problem in our words, never an error page or a stack trace. */
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init") // Injected by the container.
    private ProblemAnswers problems;

    @Context
    @SuppressWarnings("NullAway.Init") // Injected by the container.
    private UriInfo uri;

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException refusal && isTheirs(refusal.getResponse())) {
            return inOurWords(refusal.getResponse());
        }
        // The path and not the whole address, which may have the token in it.
        LOG.log(Level.ERROR, "Answering /api/" + uri.getPath() + " failed", failure);
        return problems.of(CloseCode.REQUEST_FAILED);
    }

    private static boolean isTheirs(Response refusal) {
        return refusal.getStatusInfo().getFamily() == Response.Status.Family.CLIENT_ERROR;
    }

    private Response inOurWords(Response refusal) {
        Response.ResponseBuilder answer = Response.fromResponse(problems.of(reasonFor(refusal.getStatus())));
        String allowed = refusal.getHeaderString(HttpHeaders.ALLOW);
        return (allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
    }

    private static CloseCode reasonFor(int status) {
        return switch (status) {
            case 404 -> CloseCode.NO_SUCH_PATH;
            case 405 -> CloseCode.WRONG_METHOD;
            case 406 -> CloseCode.NOT_ACCEPTABLE;
            default -> CloseCode.BAD_REQUEST;
        };
    }
}
