package org.tickcast.admission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys for which we issue tokens. Each of them is compared every time, so how long the answer takes tells neither
 * which one it was nor how close a guess came.
 *
 * <p>Threads: any.
 */
public final class ApiKeys {

    /** All of them are compared at each attempt. */
    public static final int MOST_KEYS = 1_000;

    private final List<ApiKey> keys;

    public ApiKeys(List<ApiKey> keys) {
        this.keys = List.copyOf(keys);
        if (this.keys.size() > MOST_KEYS) {
            throw new IllegalArgumentException("At most " + MOST_KEYS + " API keys, not " + this.keys.size());
        }
        refuseTwins();
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Whose this is, or null when it is nobody's. */
    public @Nullable ApiKey shown(String text) {
        Token.Digest shown = Token.Digest.of(text);
        ApiKey found = null;
        for (ApiKey known : keys) {
            // No way out of this loop before its end: that is the promise above.
            if (known.key().matches(shown)) {
                found = known;
            }
        }
        return found;
    }

    /** Two keys of one user are fine, for the time in which one takes over from the other. */
    private void refuseTwins() {
        for (int i = 0; i < keys.size(); i++) {
            ApiKey key = keys.get(i);
            for (ApiKey earlier : keys.subList(0, i)) {
                if (earlier.name().equals(key.name())) {
                    throw new IllegalArgumentException("Two API keys are named " + key.name());
                }
                if (earlier.key().sameAs(key.key())) {
                    throw new IllegalArgumentException(
                            "The API keys " + earlier.name() + " and " + key.name() + " are the same");
                }
            }
        }
    }
}
