package org.tickcast.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says that a new token was taken.
 *
 * @param expiresAt until when it is good; null when it never ends
 */
@JsonbPropertyOrder({"type", "ok", "expiresAt"})
public record AuthView(String type, boolean ok, @Nullable String expiresAt) {

    /** Later than this there is no year to be written, and nobody who would wait for it. */
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    static AuthView acceptedUntil(@Nullable Instant end) {
        return new AuthView("auth", true, end == null || end.isAfter(LAST) ? null : VietnamTime.write(end));
    }
}
