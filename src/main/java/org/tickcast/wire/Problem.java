package org.tickcast.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * An answer that is a refusal, as RFC 9457 writes it.
 *
 * @param type names the kind of problem; the same for every refusal with the same {@code code}
 * @param detail what the client can do about it; never anything the client sent
 */
@JsonbPropertyOrder({"type", "title", "status", "detail", "code"})
public record Problem(String type, String title, int status, String detail, String code) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(CloseCode reason) {
        return new Problem(
                "urn:tickcast:problem:" + reason.id(),
                reason.title(),
                reason.httpStatus(),
                reason.advice(),
                reason.id());
    }
}
