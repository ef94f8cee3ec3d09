package org.tickcast.wiring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Token;
import org.tickcast.rest.IngestLimits;

/**
 * How others push the market in.
 *
 * @param token what producers show; null when they may not, because the market comes from elsewhere
 */
record IngestSettings(@Nullable Token token, IngestLimits limits) {

    private static final String TOKEN = "tickcast.ingest.token";

    /** Read whether it is wanted or not, so that a mistake is found before the day it is. */
    static IngestSettings read(SettingsReader in, boolean wanted, @Nullable String clientsToken) {
        String token = in.token(TOKEN, 1);
        if (wanted && token == null) {
            in.missing(TOKEN, "tickcast.feed is ingest");
        }
        if (token != null && token.equals(clientsToken)) {
            in.mustDiffer(TOKEN, "tickcast.auth.token");
        }
        IngestLimits limits = new IngestLimits(
                in.wholeNumber("tickcast.ingest.producers", 1, 1_000),
                in.duration("tickcast.ingest.wait", Duration.ZERO, Duration.ofHours(1)));
        return new IngestSettings(wanted && token != null ? Token.configured(token) : null, limits);
    }
}
