package org.tickcast.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What clients of {@code /ws} are told that has nothing to do with rooms: of their token, of their pace, by an operator. */
public final class HubReply {

    private HubReply() {}

    /** @param expiresAt until when the new token is good; null when it never ends, and then nothing is said of it */
    public static String authAccepted(@Nullable Instant expiresAt) {
        return HubFrame.of("auth")
                .with("ok", true)
                .with("expires_at", VietnamTime.writeIfKnown(expiresAt))
                .write();
    }

    /** An operator says something to this one client. */
    public static String message(String from, String words, Instant at) {
        return HubFrame.of("message")
                .with("from", from)
                .with("message", words)
                .at(at)
                .write();
    }

    /** A message was one too many, and was not read. */
    public static String tooManyMessages(int perSecond, int perMinute, long remaining, Duration retryAfter) {
        return HubFrame.of("error")
                .with("code", CloseCode.MESSAGE_RATE.id())
                .with("message", CloseCode.MESSAGE_RATE.title())
                .with("limit", Map.of("per_second", perSecond, "per_minute", perMinute))
                .with("remaining", remaining)
                .with("retry_after_ms", retryAfter.plusNanos(999_999).toMillis())
                .write();
    }
}
