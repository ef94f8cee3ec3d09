package org.tickcast.ops;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.rest.ProblemAnswers;
import org.tickcast.wire.CloseCode;

/** The connections that are open: who they are, how each is served, and what can be done to one. */
@Path("/connections")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class ConnectionsResource {

    @Inject
    private ConnectionDesk desk;

    @Inject
    private ProblemAnswers problems;

    @GET
    public Response list(@Context UriInfo uri, @Context SecurityContext caller) {
        ConnectionSearch search = ConnectionSearch.read(uri.getQueryParameters());
        return answer(caller, operator -> desk.search(search, operator));
    }

    @GET
    @Path("/{id}")
    public Response look(@PathParam("id") String id, @Context SecurityContext caller) {
        return answer(caller, operator -> desk.look(id, operator));
    }

    @DELETE
    @Path("/{id}")
    public Response kick(@PathParam("id") String id, @Context SecurityContext caller) {
        return answer(caller, operator -> desk.kick(id, operator));
    }

    @POST
    @Path("/{id}/message")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response tell(@PathParam("id") String id, InputStream body, @Context SecurityContext caller)
            throws IOException {
        byte[] written = body.readNBytes(OnlyMember.MOST_BYTES + 1);
        return answer(caller, operator -> desk.tell(id, written, operator));
    }

    private Response answer(SecurityContext caller, Function<ClientIdentity, ConnectionDesk.Answer> work) {
        return caller.getUserPrincipal() instanceof Operator operator
                ? response(work.apply(operator.who()))
                : problems.of(CloseCode.ROLE_REQUIRED); // It has not come through our filter.
    }

    private Response response(ConnectionDesk.Answer answer) {
        if (answer instanceof ConnectionDesk.Answer.Listed listed) {
            return Response.ok(ConnectionWords.of(listed)).build();
        }
        if (answer instanceof ConnectionDesk.Answer.Seen seen) {
            return Response.ok(ConnectionWords.of(seen)).build();
        }
        if (answer instanceof ConnectionDesk.Answer.Done done) {
            return Response.status(Status.ACCEPTED)
                    .entity(ConnectionWords.of(done))
                    .build();
        }
        return problems.of(((ConnectionDesk.Answer.Refused) answer).reason());
    }
}
