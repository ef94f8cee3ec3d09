package org.tickcast.ops;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import org.tickcast.rest.ProblemAnswers;
import org.tickcast.wire.CloseCode;

/** Lets everybody go, and says who is still here. No answer waits until they are gone. */
@Path("/drain")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class DrainResource {

    @Inject
    private DrainDesk desk;

    @Inject
    private ProblemAnswers problems;

    @GET
    public Response state() {
        return response(Status.OK, desk.state());
    }

    @POST
    public Response begin(@Context SecurityContext caller) {
        return caller.getUserPrincipal() instanceof Operator operator
                ? response(Status.ACCEPTED, desk.begin(operator.who()))
                : problems.of(CloseCode.ROLE_REQUIRED); // It has not come through our filter.
    }

    @POST
    @Path("/all")
    public Response beginEverywhere(@Context SecurityContext caller) {
        return caller.getUserPrincipal() instanceof Operator operator
                ? response(Status.ACCEPTED, desk.beginEverywhere(operator.who()))
                : problems.of(CloseCode.ROLE_REQUIRED); // It has not come through our filter.
    }

    private static Response response(Status status, DrainDesk.Answer answer) {
        String words = Json.createObjectBuilder()
                .add("draining", answer.draining())
                .add("clients", answer.clients())
                .build()
                .toString();
        return Response.status(status).entity(words).build();
    }
}
