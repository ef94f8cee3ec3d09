package org.tickcast.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.TreeSet;
import org.tickcast.wire.CloseCode;

/**
 * Whatever goes wrong is a problem in our words, never an error page or a stack trace. It is a bean, or WildFly would
 * inject nothing; and one without a scope of its own: shared by requests, Payara does not give it the one that failed.
 */
@Dependent
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
        // The path and not the whole address, which may have the token in it; and as it was sent, where a line break is
        // still its code.
        LOG.log(Level.ERROR, "Answering " + uri.getAbsolutePath().getRawPath() + " failed", failure);
        return problems.of(CloseCode.REQUEST_FAILED);
    }

    private static boolean isTheirs(Response refusal) {
        return refusal.getStatusInfo().getFamily() == Response.Status.Family.CLIENT_ERROR;
    }

    private Response inOurWords(Response refusal) {
        Response answer = problems.of(ProblemAnswers.reasonFor(refusal.getStatus()));
        Set<String> allowed = refusal.getAllowedMethods();
        return allowed.isEmpty() ? answer : allowing(allowed, answer);
    }

    private static Response allowing(Set<String> allowed, Response answer) {
        Set<String> methods = new TreeSet<>(allowed);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD); // Jersey answers it too, and does not say so here.
        }
        return Response.fromResponse(answer).allow(methods).build();
    }
}
