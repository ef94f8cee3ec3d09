package org.tickcast.ops;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import org.tickcast.rest.ProblemAnswers;
import org.tickcast.wire.CloseCode;

/** Closes all connections of a user, who is named in the body: paths are in the logs of proxies. */
@Path("/kicks")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class KickResource {

    @Inject
    private KickDesk desk;

    @Inject
    private ProblemAnswers problems;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response kick(InputStream body, @Context SecurityContext caller) throws IOException {
        if (!(caller.getUserPrincipal() instanceof Operator operator)) {
            return problems.of(CloseCode.ROLE_REQUIRED); // It has not come through our filter.
        }
        KickDesk.Answer answer = desk.kick(body.readNBytes(OnlyMember.MOST_BYTES + 1), operator.who());
        return answer instanceof KickDesk.Answer.Done done
                ? Response.status(Status.ACCEPTED).entity(words(done)).build()
                : problems.of(((KickDesk.Answer.Refused) answer).reason());
    }

    private static String words(KickDesk.Answer.Done done) {
        return Json.createObjectBuilder()
                .add("user", done.user())
                .add("closed_here", done.closedHere())
                .add("others", done.others().id())
                .build()
                .toString();
    }
}
