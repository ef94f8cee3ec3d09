package org.tickcast.admission.jwt;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the keys are that signatures are checked with. It answers at once, with what it has.
 *
 * <p>Threads: any.
 */
public interface KeySource {

    /** The keys that may have signed a token with this algorithm and, when it names one, this key. */
    List<VerificationKey> keysFor(JwtAlgorithm algorithm, @Nullable String keyId);

    /** How long to wait for keys of this algorithm that are not here yet; null when those it has are all. */
    default @Nullable Duration stillWaitingFor(JwtAlgorithm algorithm) {
        return null;
    }
}
