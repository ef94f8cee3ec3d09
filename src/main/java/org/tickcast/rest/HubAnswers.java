package org.tickcast.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Plan;
import org.tickcast.admission.Plans;
import org.tickcast.admission.rate.MessageLimits;
import org.tickcast.admission.rate.MessageRate;
import org.tickcast.admission.rate.RateAnswer;
import org.tickcast.hub.GuestNames;
import org.tickcast.hub.HubAnswer;
import org.tickcast.hub.HubDesk;
import org.tickcast.hub.HubUser;
import org.tickcast.wire.BadJson;
import org.tickcast.wire.CanonicalJson;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.HubError;
import org.tickcast.wire.HubMessageLimits;
import org.tickcast.wire.HubRequest;
import org.tickcast.wire.Problem;

/**
 * Has the hub do what a request asks for, as the user whose token it shows. What changes something counts as a message of
 * that user, as if he had said it on a socket.
 *
 * <p>Threads: any.
 */
public final class HubAnswers {

    private final HubDesk desk;
    private final GuestNames guests;
    private final MessageRate rate;
    private final Plans plans;
    private final HubMessageLimits limits;
    private final ProblemAnswers problems;

    public HubAnswers(
            HubDesk desk,
            GuestNames guests,
            MessageRate rate,
            Plans plans,
            HubMessageLimits limits,
            ProblemAnswers problems) {
        this.desk = desk;
        this.guests = guests;
        this.rate = rate;
        this.plans = plans;
        this.limits = limits;
        this.problems = problems;
    }

    /** Answers with what the desk shows. */
    <T> Response show(
            SecurityContext caller, BiFunction<HubDesk, HubUser, HubAnswer<T>> work, Function<T, Object> json) {
        ClientIdentity who = whoAsks(caller);
        return who == null
                ? problems.of(CloseCode.TOKEN_MISSING)
                : answer(work.apply(desk, HubUser.of(who, guests)), done -> ok(200, json.apply(done)));
    }

    /** Changes something. @param then makes the answer of what was done */
    <T> Response change(
            SecurityContext caller, BiFunction<HubDesk, HubUser, HubAnswer<T>> work, Function<T, Response> then) {
        ClientIdentity who = whoAsks(caller);
        if (who == null) {
            return problems.of(CloseCode.TOKEN_MISSING); // It has not come through our filter.
        }
        Plan plan = plans.of(who);
        MessageLimits allowed = new MessageLimits(plan.messagesPerSecond(), plan.messagesPerMinute());
        if (rate.message(who.limitKey(), allowed) instanceof RateAnswer.Exceeded exceeded) {
            return problems.of(CloseCode.MESSAGE_RATE, exceeded.retryAfter());
        }
        return answer(work.apply(desk, HubUser.of(who, guests)), then);
    }

    /** The same with what the body says. */
    <T> Response change(SecurityContext caller, InputStream body, Work<T> work, Function<T, Response> then)
            throws IOException {
        byte[] written = body.readNBytes(limits.bytes() + 1);
        try {
            HubRequest request = HubRequest.read(written, limits);
            return change(caller, (hub, user) -> work.with(hub, user, request), then);
        } catch (BadJson bad) {
            return problems.of(Problem.of(bad.error(), bad.words()));
        }
    }

    /** What is done with a request's body. It may throw {@link BadJson}. */
    interface Work<T> {

        HubAnswer<T> with(HubDesk desk, HubUser who, HubRequest request);
    }

    private <T> Response answer(HubAnswer<T> answer, Function<T, Response> then) {
        if (answer instanceof HubAnswer.Done<T> done) {
            return then.apply(done.value());
        }
        HubError error = ((HubAnswer.Refused<T>) answer).error();
        return problems.of(Problem.of(error, error.words()));
    }

    static Response ok(int status, Object json) {
        return Response.status(status).entity(CanonicalJson.write(json)).build();
    }

    static Response told(String id) {
        return ok(202, Map.of("id", id));
    }

    static Response nothingMore() {
        return Response.noContent().build();
    }

    private static @Nullable ClientIdentity whoAsks(SecurityContext caller) {
        return caller.getUserPrincipal() instanceof Caller known ? known.who() : null;
    }
}
