package org.tickcast.admission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The configured tokens. Each of them is compared every time, so how long the answer takes tells neither which one it was
 * nor how close a guess came.
 *
 * <p>Threads: any.
 */
public final class StaticTokens implements TokenReader {

    /** All of them are compared at each attempt. */
    public static final int MOST_TOKENS = 1_000;

    private final List<StaticToken> tokens;

    public StaticTokens(List<StaticToken> tokens) {
        this.tokens = List.copyOf(tokens);
        if (this.tokens.size() > MOST_TOKENS) {
            throw new IllegalArgumentException(
                    "At most " + MOST_TOKENS + " configured tokens, not " + this.tokens.size());
        }
        refuseTwins();
    }

    @Override
    public TokenReading read(String token) {
        Token.Digest shown = Token.Digest.of(token);
        TokenReading reading = new TokenReading.Unknown();
        for (StaticToken known : tokens) {
            // No way out of this loop before its end: that is the promise above.
            if (known.token().matches(shown)) {
                reading = new TokenReading.Valid(known.claims());
            }
        }
        return reading;
    }

    private void refuseTwins() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            StaticToken token = tokens.get(i);
            if (!names.add(token.name())) {
                throw new IllegalArgumentException("Two tokens are named " + token.name());
            }
            for (StaticToken earlier : tokens.subList(0, i)) {
                if (earlier.token().sameAs(token.token())) {
                    throw new IllegalArgumentException(
                            "The tokens " + earlier.name() + " and " + token.name() + " are the same");
                }
            }
        }
    }
}
