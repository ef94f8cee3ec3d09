package org.tickcast.ops;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.tickcast.rest.ProblemAnswers;
import org.tickcast.wire.CloseCode;

/** The settings in force, without secrets, each with where it was set. */
@Path("/configuration")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class ConfigurationResource {

    @Inject
    private ConfigurationDesk desk;

    @Inject
    private ProblemAnswers problems;

    @GET
    public Response show(@Context SecurityContext caller) {
        return caller.getUserPrincipal() instanceof Operator operator
                ? Response.ok(desk.show(operator.who())).build()
                : problems.of(CloseCode.ROLE_REQUIRED); // It has not come through our filter.
    }
}
