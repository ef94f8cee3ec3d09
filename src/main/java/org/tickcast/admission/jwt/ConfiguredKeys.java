package org.tickcast.admission.jwt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys that were known at the start and stay. */
public record ConfiguredKeys(List<VerificationKey> keys) implements KeySource {

    public ConfiguredKeys {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("At least one key");
        }
    }

    public static ConfiguredKeys of(VerificationKey... keys) {
        return new ConfiguredKeys(List.of(keys));
    }

    @Override
    public List<VerificationKey> keysFor(JwtAlgorithm algorithm, @Nullable String keyId) {
        return keys.stream().filter(key -> key.mayHaveSigned(algorithm, keyId)).toList();
    }
}
