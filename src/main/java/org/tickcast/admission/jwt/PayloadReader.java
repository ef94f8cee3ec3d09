package org.tickcast.admission.jwt;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Claims;
import org.tickcast.admission.Grants;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.TokenKind;
import org.tickcast.admission.TokenReading;
import org.tickcast.wire.CloseCode;

/** From the payload of a well signed token to what it says, if it may say so now. */
final class PayloadReader {

    private static final TokenReading INVALID = TokenReading.Rejected.forGood(CloseCode.TOKEN_INVALID);
    private static final TokenReading EXPIRED = TokenReading.Rejected.forGood(CloseCode.TOKEN_EXPIRED);

    private final JwtRules rules;

    PayloadReader(JwtRules rules) {
        this.rules = rules;
    }

    TokenReading read(byte[] payload, Instant now) {
        Map<String, Object> members = StrictJson.object(payload);
        if (members == null) {
            return INVALID;
        }
        try {
            return read(new ClaimSet(members), now);
        } catch (IllegalArgumentException e) {
            // A claim of the wrong type, or one that our own records refuse.
            return INVALID;
        }
    }

    /** Only who would come in otherwise is told that the time is over. */
    private TokenReading read(ClaimSet payload, Instant now) {
        Claims claims = claims(payload);
        if (!isForUs(payload) || isEarly(payload.time("nbf"), now) || isEarly(claims.issuedAt(), now)) {
            return INVALID;
        }
        Instant end = Objects.requireNonNull(claims.expiresAt());
        return now.isBefore(end.plus(rules.clockSkew())) ? new TokenReading.Valid(claims) : EXPIRED;
    }

    private boolean isForUs(ClaimSet payload) {
        boolean issuerFits = rules.issuer() == null || rules.issuer().equals(payload.text("iss"));
        boolean audienceFits =
                rules.audience() == null || payload.oneOrMore("aud").contains(rules.audience());
        return issuerFits && audienceFits;
    }

    private boolean isEarly(@Nullable Instant from, Instant now) {
        Duration skew = rules.clockSkew();
        return from != null && from.isAfter(now.plus(skew));
    }

    private static Claims claims(ClaimSet payload) {
        Instant end = payload.time("exp");
        if (end == null) {
            throw new IllegalArgumentException("A token ends some day");
        }
        return new Claims(
                TokenKind.JWT, userId(payload), grants(payload), payload.time("iat"), end, payload.text("jti"));
    }

    /** Our own name for it wins over the common one, for issuers that put something else into {@code sub}. */
    private static String userId(ClaimSet payload) {
        String common = payload.text("sub");
        String own = payload.text("user_id");
        String userId = own == null ? common : own;
        if (userId == null) {
            throw new IllegalArgumentException("A token is somebody's");
        }
        return userId;
    }

    private static Grants grants(ClaimSet payload) {
        return new Grants(
                payload.text("plan"),
                Set.copyOf(payload.words("roles")),
                channels(payload),
                limits(payload.inner("limits")));
    }

    /** An issuer that lists no channel means none, and not all: the list may have become empty by taking away. */
    private static ChannelScope channels(ClaimSet payload) {
        return payload.has("channels") ? ChannelScope.of(payload.words("channels")) : ChannelScope.ALL;
    }

    private static OwnLimits limits(ClaimSet limits) {
        return new OwnLimits(
                limits.limit("connections"), limits.limit("messages_per_second"), limits.limit("messages_per_minute"));
    }
}
