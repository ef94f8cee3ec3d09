package org.tickcast.admission;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/**
 * A server that is being emptied takes nobody in.
 *
 * <p>Threads: any.
 */
public final class DrainCheck implements AdmissionCheck {

    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private volatile boolean draining;

    /** From now on, for good. */
    public void drain() {
        draining = true;
    }

    public boolean isDraining() {
        return draining;
    }

    @Override
    public Verdict.@Nullable Refused objection(Attempt attempt) {
        return draining ? new Verdict.Refused(CloseCode.DRAINING, TRY_AGAIN_AFTER) : null;
    }
}
