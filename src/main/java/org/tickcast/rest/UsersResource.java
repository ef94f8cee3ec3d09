package org.tickcast.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;

/** One user is told something, on all his devices, now or when he is there again. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class UsersResource {

    @Inject
    private HubAnswers hub;

    @POST
    @Path("/{id}/notify")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response tell(@PathParam("id") String id, InputStream body, @Context SecurityContext caller)
            throws IOException {
        return hub.change(
                caller, body, (desk, who, request) -> desk.notify(who, id, request.text("message")), HubAnswers::told);
    }
}
