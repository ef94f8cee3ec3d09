package org.tickcast.ops;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Locale;
import java.util.Map;
import org.tickcast.feed.FeedStatus;
import org.tickcast.rest.ProblemAnswers;
import org.tickcast.wire.CanonicalJson;
import org.tickcast.wire.CloseCode;

/** The feed: how it is doing, and a new start for it. No answer waits until it is back. */
@Path("/feed")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class FeedResource {

    @Inject
    private FeedDesk desk;

    @Inject
    private ProblemAnswers problems;

    @GET
    public Response state() {
        return response(Status.OK, desk.state());
    }

    @POST
    @Path("/restart")
    public Response restart(@Context SecurityContext caller) {
        return caller.getUserPrincipal() instanceof Operator operator
                ? response(Status.ACCEPTED, desk.restart(operator.who()))
                : problems.of(CloseCode.ROLE_REQUIRED); // It has not come through our filter.
    }

    private Response response(Status status, FeedDesk.Answer answer) {
        return answer instanceof FeedDesk.Answer.Stands stands
                ? Response.status(status).entity(words(stands)).build()
                : problems.of(((FeedDesk.Answer.Refused) answer).reason());
    }

    private static String words(FeedDesk.Answer.Stands stands) {
        FeedStatus status = stands.status();
        return CanonicalJson.write(Map.of(
                "feed", stands.feed(),
                "state", status.state().name().toLowerCase(Locale.ROOT),
                "why", status.why(),
                "since", status.since().toString(),
                "market_open", stands.marketOpen()));
    }
}
