package org.tickcast.admission.jwt;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.TokenReader;
import org.tickcast.admission.TokenReading;
import org.tickcast.wire.CloseCode;

/**
 * Reads signed tokens. First come the cheap questions, then the signature, and only what is well signed is looked into:
 * so a stranger reaches no more of us than a header's algorithm and the name of a key.
 *
 * <p>Which key checks a token follows from our keys. Where several may, because the token names none, the first few are
 * tried. A name that no key has is refused now; published keys are then fetched behind our back, and the next attempt
 * knows them.
 *
 * <p>Threads: any.
 */
public final class JwtReader implements TokenReader {

    /** A signature costs us more than it costs who sends it. */
    static final int MOST_KEYS_TRIED = 4;

    private static final TokenReading UNKNOWN = new TokenReading.Unknown();
    private static final TokenReading INVALID = TokenReading.Rejected.forGood(CloseCode.TOKEN_INVALID);

    private final JwtRules rules;
    private final List<KeySource> keys;
    private final InstantSource clock;
    private final PayloadReader payloads;

    public JwtReader(JwtRules rules, List<? extends KeySource> keys, InstantSource clock) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("Signed tokens need at least one source of keys");
        }
        this.rules = rules;
        this.keys = List.copyOf(keys);
        this.clock = clock;
        this.payloads = new PayloadReader(rules);
    }

    /** A text without a single dot is some other kind of token; any other is ours to judge. */
    @Override
    public TokenReading read(String token) {
        if (token.length() > rules.longestToken()) {
            return INVALID;
        }
        if (token.indexOf('.') < 0) {
            return UNKNOWN;
        }
        CompactToken parts = CompactToken.of(token);
        JoseHeader header = parts == null ? null : JoseHeader.of(parts.header());
        if (parts == null || header == null || !rules.algorithms().contains(header.algorithm())) {
            return INVALID;
        }
        return read(parts, header);
    }

    private TokenReading read(CompactToken token, JoseHeader header) {
        // Asked first: keys that arrive meanwhile must not turn "not yet" into "no".
        Duration wait = waitingFor(header.algorithm());
        if (candidates(header).stream().anyMatch(token::isSignedWith)) {
            return payloads.read(token.payload(), clock.instant());
        }
        return wait == null ? INVALID : new TokenReading.Rejected(CloseCode.KEYS_UNAVAILABLE, wait);
    }

    private List<VerificationKey> candidates(JoseHeader header) {
        return keys.stream()
                .flatMap(source -> source.keysFor(header.algorithm(), header.keyId()).stream())
                .limit(MOST_KEYS_TRIED)
                .toList();
    }

    private @Nullable Duration waitingFor(JwtAlgorithm algorithm) {
        for (KeySource source : keys) {
            Duration wait = source.stillWaitingFor(algorithm);
            if (wait != null) {
                return wait;
            }
        }
        return null;
    }
}
