package org.tickcast.admission;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/**
 * A server that has hardly any file descriptors left takes nobody in while it still has some to say so. Where there are none
 * left, it can accept no connection, open no file and answer nobody.
 *
 * <p>Threads: any.
 */
public final class DescriptorCheck implements AdmissionCheck {

    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final int spare;
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private final AtomicBoolean hasRefused = new AtomicBoolean();

    /** @param spare so many are not for clients */
    public DescriptorCheck(int spare) {
        this.spare = spare;
    }

    /** To be told now and then how many are free. Until the next time, each attempt is thought to take one of them. */
    public void look(long free) {
        room.set(free - spare);
    }

    /** Whether the next one is refused, or one was since this was asked last, whatever has become free meanwhile. */
    public boolean isShort() {
        return hasRefused.getAndSet(false) || room.get() <= 0;
    }

    @Override
    public Verdict.@Nullable Refused objection(Attempt attempt) {
        if (room.getAndDecrement() > 0) {
            return null;
        }
        hasRefused.set(true);
        return new Verdict.Refused(CloseCode.OUT_OF_FILES, TRY_AGAIN_AFTER);
    }
}
