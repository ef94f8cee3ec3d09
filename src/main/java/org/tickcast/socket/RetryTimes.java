package org.tickcast.socket;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/**
 * When those who are sent away should come back: each at a time of its own, or all would come at once.
 *
 * <p>Threads: any.
 */
public final class RetryTimes {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RandomGenerator chance;
    private final Duration spread;

    /** @param spread over so much time they are scattered */
    public RetryTimes(RandomGenerator chance, Duration spread) {
        if (spread.isNegative()) {
            throw new IllegalArgumentException("Returns cannot be scattered over " + spread);
        }
        this.chance = chance;
        this.spread = spread;
    }

    /** How long a client that was closed for this should wait; null when it should not come back as it is. */
    @Nullable Duration after(CloseCode reason) {
        return switch (reason.reconnect()) {
            case NEVER -> null;
            case AFTER_NEW_TOKEN -> Duration.ZERO;
            case NOW -> someTime();
            case BACK_OFF -> PAUSE.plus(someTime());
        };
    }

    private Duration someTime() {
        return Duration.ofMillis(chance.nextLong(spread.toMillis() + 1));
    }
}
