package org.tickcast.ops;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
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
import org.tickcast.admission.Revocation;
import org.tickcast.rest.ProblemAnswers;
import org.tickcast.wire.CloseCode;

/** Takes tokens back that were good. Sockets that were opened with them are closed by the next sweep. */
@Path("/revocations")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class RevocationResource {

    @Inject
    private RevocationDesk desk;

    @Inject
    private ProblemAnswers problems;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response revoke(InputStream body, @Context SecurityContext caller) throws IOException {
        if (!(caller.getUserPrincipal() instanceof Operator operator)) {
            return problems.of(CloseCode.ROLE_REQUIRED); // It has not come through our filter.
        }
        byte[] written = body.readNBytes(OnlyMember.MOST_BYTES + 1);
        RevocationDesk.Answer answer = desk.take(written, operator.who());
        return answer instanceof RevocationDesk.Answer.Done done
                ? Response.ok(words(done.revocation()).toString()).build()
                : problems.of(((RevocationDesk.Answer.Refused) answer).reason());
    }

    /** What was revoked, in the words of who asked. */
    private static JsonObject words(Revocation revocation) {
        if (revocation instanceof Revocation.OfUser some) {
            return Json.createObjectBuilder()
                    .add("user", some.user())
                    .add("issued_before", some.issuedBefore().toString())
                    .build();
        }
        if (revocation instanceof Revocation.OfToken one) {
            return Json.createObjectBuilder().add("token_id", one.tokenId()).build();
        }
        Revocation.OfEverybody everybody = (Revocation.OfEverybody) revocation;
        return Json.createObjectBuilder()
                .add("issued_before", everybody.issuedBefore().toString())
                .build();
    }
}
