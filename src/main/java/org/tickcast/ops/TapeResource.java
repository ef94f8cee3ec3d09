package org.tickcast.ops;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.tickcast.feed.TapeState;
import org.tickcast.rest.ProblemAnswers;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.VietnamTime;

/** The tape that is played: how it stands, and its handles. No answer waits until the tape has moved. */
@Path("/tape")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class TapeResource {

    @Inject
    private TapeDesk desk;

    @Inject
    private ProblemAnswers problems;

    @GET
    public Response state() {
        return response(desk.state());
    }

    @POST
    @Path("/pause")
    public Response pause(@Context SecurityContext caller) {
        return take(new TapeCommand.Pause(), caller);
    }

    @POST
    @Path("/resume")
    public Response resume(@Context SecurityContext caller) {
        return take(new TapeCommand.Resume(), caller);
    }

    @POST
    @Path("/seek")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response seek(InputStream body, @Context SecurityContext caller) throws IOException {
        return take(TapeCommand.Seek.read(body.readNBytes(OnlyMember.MOST_BYTES + 1)), caller);
    }

    private Response take(@Nullable TapeCommand command, SecurityContext caller) {
        return caller.getUserPrincipal() instanceof Operator operator
                ? response(desk.take(command, operator.who()))
                : problems.of(CloseCode.ROLE_REQUIRED); // It has not come through our filter.
    }

    private Response response(TapeDesk.Answer answer) {
        return answer instanceof TapeDesk.Answer.Stands stands
                ? Response.ok(words(stands.state()).toString()).build()
                : problems.of(((TapeDesk.Answer.Refused) answer).reason());
    }

    private static JsonObject words(TapeState state) {
        String position = VietnamTime.writeIfKnown(state.position());
        return Json.createObjectBuilder()
                .add("position", position == null ? JsonValue.NULL : Json.createValue(position))
                .add("paused", state.paused())
                .add("ended", state.ended())
                .build();
    }
}
