package org.tickcast.ops.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.Connection;
import org.tickcast.admission.LeaseBook;
import org.tickcast.admission.Verdict;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Door;

/** Counts who came in, who did not and why, and how sockets ended. */
public final class AdmissionMetrics implements AdmissionListener {

    private static final String OTHER = "other";
    private static final String ADMITTED = "admitted";
    private static final String MESSAGES = "messages";
    /** What ended a socket that we have not closed. */
    private static final String NOT_US = "client";

    private static final Set<String> BESIDE_THE_SOCKETS =
            Set.of(Attempt.API, Attempt.AUTH, Attempt.ADMIN, Attempt.METRICS);
    private static final Map<CloseCode, String> LIMITS = Map.of(
            CloseCode.CONNECT_RATE, "connects",
            CloseCode.TOKEN_RATE, "token-requests",
            CloseCode.TOKEN_GUESSES, "wrong-tokens");
    /** Without a goodbye, and by a fault of the server. */
    private static final Set<Integer> IN_DISORDER = Set.of(1006, 1011);

    private final Meters meters;
    private final Map<String, Counter> rateLimits = new ConcurrentHashMap<>();
    private final Counter errors;

    public AdmissionMetrics(Meters meters) {
        this.meters = meters;
        this.errors = Counter.builder("websocket_connection_error_total")
                .description("Sockets that ended without a goodbye, or by a fault of the server")
                .register(meters.registry());
        rateLimit(MESSAGES);
        LIMITS.values().forEach(this::rateLimit);
        for (Door door : Door.ALL) {
            admission(door.id(), ADMITTED);
            admission(door.id(), CloseCode.SERVER_FULL.id()); // An alarm sees a rise only of what was there before.
        }
    }

    /** Shows how often a limit held for this server alone. */
    public static void show(Meters meters, LeaseBook leases) {
        FunctionCounter.builder("tickcast_limits_alone_total", leases, LeaseBook::decidedAlone)
                .description("Clients that came in without that the other servers could be asked")
                .register(meters.registry());
    }

    @Override
    public void admitted(Attempt attempt, Verdict.Admitted verdict) {
        admission(attempt.door(), ADMITTED).increment();
    }

    @Override
    public void refused(Attempt attempt, Verdict.Refused verdict) {
        admission(attempt.door(), verdict.reason().id()).increment();
        String limit = LIMITS.get(verdict.reason());
        if (limit != null) {
            rateLimit(limit).increment();
        }
    }

    @Override
    public void tooManyMessages(Connection connection) {
        rateLimit(MESSAGES).increment();
    }

    @Override
    public void closed(Connection connection, int code, @Nullable CloseCode ours) {
        Counter.builder("websocket_connection_closed_total")
                .description("Sockets that have ended")
                .tags("reason", ours == null ? NOT_US : ours.id(), "code", bounded(code, ours))
                .register(meters.registry())
                .increment();
        if (IN_DISORDER.contains(code)) {
            errors.increment();
        }
    }

    /** A client may end its socket with any code it likes. */
    private static String bounded(int code, @Nullable CloseCode ours) {
        boolean isKnown = ours != null || (code >= 1000 && code <= 1015);
        return isKnown ? Integer.toString(code) : OTHER;
    }

    private Counter admission(String door, String verdict) {
        return Counter.builder("tickcast_admissions_total")
                .description("Attempts to come in, by what was decided")
                .tags("door", bounded(door), "verdict", verdict)
                .register(meters.registry());
    }

    /** A socket that is asked for may have any name. */
    private static String bounded(String door) {
        return Door.named(door) != null || BESIDE_THE_SOCKETS.contains(door) ? door : OTHER;
    }

    private Counter rateLimit(String limit) {
        return rateLimits.computeIfAbsent(
                limit,
                name -> Counter.builder("websocket_rate_limit_exceeded_total")
                        .description("Attempts and messages that were one too many")
                        .tag("limit", name)
                        .register(meters.registry()));
    }
}
