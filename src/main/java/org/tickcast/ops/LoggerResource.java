package org.tickcast.ops;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import org.tickcast.rest.ProblemAnswers;
import org.tickcast.wire.CloseCode;

/** How much a logger of ours tells, and its handle. */
@Path("/loggers/{name}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class LoggerResource {

    @Inject
    private LoggerDesk desk;

    @Inject
    private ProblemAnswers problems;

    @GET
    public Response state(@PathParam("name") String name) {
        return response(desk.state(name));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(@PathParam("name") String name, InputStream body, @Context SecurityContext caller)
            throws IOException {
        return caller.getUserPrincipal() instanceof Operator operator
                ? response(desk.take(name, body.readNBytes(OnlyMember.MOST_BYTES + 1), operator.who()))
                : problems.of(CloseCode.ROLE_REQUIRED); // It has not come through our filter.
    }

    private Response response(LoggerDesk.Answer answer) {
        return answer instanceof LoggerDesk.Answer.Tells tells
                ? Response.ok(words(tells).toString()).build()
                : problems.of(((LoggerDesk.Answer.Refused) answer).reason());
    }

    private static JsonObject words(LoggerDesk.Answer.Tells tells) {
        String level = tells.level();
        return Json.createObjectBuilder()
                .add("name", tells.name())
                .add("level", level == null ? JsonValue.NULL : Json.createValue(level))
                .add("effective", tells.effective())
                .build();
    }
}
