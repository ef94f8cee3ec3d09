package org.tickcast.admission.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Claims;
import org.tickcast.admission.Grants;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.TokenKind;

/**
 * Signs tokens with a secret of ours, such that {@link JwtReader} with the same secret reads them.
 *
 * <p>Threads: any, if the generator of randomness is made for many.
 */
public final class JwtIssuer {

    public static final Duration LIFETIME = Duration.ofHours(1);

    private static final int TOKEN_ID_BYTES = 16;
    private static final JWSHeader HEADER =
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();

    private final JWSSigner signer;
    private final String issuer;
    private final String audience;
    private final Duration lifetime;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** All tokens are for one audience. The randomness makes their ids, so it should be a secure one. */
    public JwtIssuer(
            String secret,
            String issuer,
            String audience,
            Duration lifetime,
            InstantSource clock,
            RandomGenerator random) {
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A token lives for a second at least, not " + lifetime);
        }
        this.signer = signer(VerificationKey.secretBytes(secret));
        this.issuer = issuer;
        this.audience = audience;
        this.lifetime = lifetime;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A token of this user, from now on.
     *
     * @throws IllegalArgumentException when no reader would take it
     */
    public IssuedToken issue(String userId, Grants grants) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
        // Made for its checks: what could not be read is not issued.
        Claims claims = new Claims(TokenKind.JWT, userId, grants, now, end, tokenId());
        SignedJWT token = new SignedJWT(HEADER, payload(claims));
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("Signing a token for " + userId, e);
        }
        return new IssuedToken(notTooLong(token.serialize()), String.valueOf(claims.tokenId()), end);
    }

    private static String notTooLong(String token) {
        if (token.length() > JwtRules.LONGEST_TOKEN) {
            throw new IllegalArgumentException("So many grants make a token of " + token.length() + " characters");
        }
        return token;
    }

    private JWTClaimsSet payload(Claims claims) {
        Grants grants = claims.grants();
        // A member that is null is not written.
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(claims.subject())
                .claim("user_id", claims.subject())
                .claim("plan", grants.plan())
                .claim("roles", unlessEmpty(List.copyOf(grants.roles())))
                .claim(
                        "channels",
                        grants.channels() instanceof ChannelScope.Only only ? List.copyOf(only.channels()) : null)
                .claim("limits", limits(grants.limits()))
                .issueTime(date(claims.issuedAt()))
                .expirationTime(date(claims.expiresAt()))
                .jwtID(claims.tokenId())
                .build();
    }

    private static @Nullable Map<String, Integer> limits(OwnLimits limits) {
        Map<String, Integer> written = new TreeMap<>();
        put(written, "connections", limits.connections());
        put(written, "messages_per_second", limits.messagesPerSecond());
        put(written, "messages_per_minute", limits.messagesPerMinute());
        return written.isEmpty() ? null : written;
    }

    private static void put(Map<String, Integer> written, String name, @Nullable Integer limit) {
        if (limit != null) {
            written.put(name, limit);
        }
    }

    private static @Nullable List<String> unlessEmpty(List<String> list) {
        return list.isEmpty() ? null : list;
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private String tokenId() {
        byte[] bytes = new byte[TOKEN_ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static JWSSigner signer(byte[] secret) {
        try {
            return new MACSigner(secret);
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
