package org.tickcast.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * An answer that is a refusal, as RFC 9457 writes it.
 *
 * @param type where on this server the kind of problem is explained; the same for every refusal with the same {@code
 *     code}
 * @param detail what the client can do about it; never anything the client sent
 * @param reconnect whether to try again, in the word of {@link Reconnect#id()}
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "code", "reconnect"})
public record Problem(String type, String title, int status, String detail, String code, String reconnect) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String EXPLAINED_AT = "/docs/errors.md#";
    private static final String HUB_EXPLAINED_AT = "/docs/hub.md#";

    public static Problem of(CloseCode reason) {
        return new Problem(
                EXPLAINED_AT + reason.id(),
                reason.title(),
                reason.httpStatus(),
                reason.advice(),
                reason.id(),
                reason.reconnect().id());
    }

    /** Why the hub does not do it. @param words what is wrong in this case, never anything the client sent */
    public static Problem of(HubError error, String words) {
        return new Problem(
                HUB_EXPLAINED_AT + error.id(), error.words(), error.status(), words, error.id(), Reconnect.NEVER.id());
    }

    /** The same with better advice than for everybody. */
    public Problem withDetail(String better) {
        return new Problem(type, title, status, better, code, reconnect);
    }
}
