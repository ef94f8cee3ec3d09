package org.tickcast.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.tickcast.hub.PresenceState;

/** Who of a room is there. */
@Path("/presence")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class PresenceResource {

    @Inject
    private HubAnswers hub;

    @GET
    @Path("/{room}")
    public Response presence(@PathParam("room") String room, @Context SecurityContext caller) {
        return hub.show(caller, (desk, who) -> desk.presence(who, room), state -> words(room, state));
    }

    private static Map<String, Object> words(String room, PresenceState state) {
        return Map.of(
                "room_id", room,
                "version", state.version(),
                "count", state.count(),
                "complete", state.complete(),
                "users", state.users());
    }
}
