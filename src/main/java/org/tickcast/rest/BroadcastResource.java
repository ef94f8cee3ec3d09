package org.tickcast.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;

/** Everybody who is on the hub now is told something. */
@Path("/broadcast")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class BroadcastResource {

    @Inject
    private HubAnswers hub;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response tell(InputStream body, @Context SecurityContext caller) throws IOException {
        return hub.change(
                caller, body, (desk, who, request) -> desk.broadcast(who, request.text("message")), HubAnswers::told);
    }
}
