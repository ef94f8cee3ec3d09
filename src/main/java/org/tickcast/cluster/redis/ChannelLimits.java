package org.tickcast.cluster.redis;

import java.time.Duration;

/**
 * How much is heard on a channel on which anybody may publish.
 *
 * @param bytes of one message; a longer one is skipped
 * @param waiting messages that were not listened to yet; what comes on top of these is skipped
 * @param look how often it is looked whether the connection still answers, for nothing may come over it for long
 */
public record ChannelLimits(int bytes, int waiting, Duration look) {

    public static final ChannelLimits DEFAULTS = new ChannelLimits(16 * 1024, 1_000, Duration.ofSeconds(2));

    public ChannelLimits {
        if (bytes < 1 || waiting < 1 || look.isNegative() || look.isZero()) {
            throw new IllegalArgumentException("A channel needs room for a message, and time to be looked at");
        }
    }
}
