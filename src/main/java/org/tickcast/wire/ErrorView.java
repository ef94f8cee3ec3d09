package org.tickcast.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * Says that a message was one too many, and was not read.
 *
 * @param code the name of the reason, as in a {@link Problem}
 * @param remaining how many more may follow at once
 * @param retryAfterMs when the next one may
 */
@JsonbPropertyOrder({"type", "code", "message", "limit", "remaining", "retryAfterMs"})
public record ErrorView(String type, String code, String message, Limit limit, long remaining, long retryAfterMs) {

    /** What the user may send, by all connections together. */
    @JsonbPropertyOrder({"perSecond", "perMinute"})
    public record Limit(int perSecond, int perMinute) {}

    static ErrorView tooManyMessages(Limit limit, long remaining, long retryAfterMs) {
        CloseCode reason = CloseCode.MESSAGE_RATE;
        return new ErrorView("error", reason.id(), reason.title(), limit, remaining, retryAfterMs);
    }
}
