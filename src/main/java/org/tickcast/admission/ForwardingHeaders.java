package org.tickcast.admission;

import java.util.List;

/**
 * What a request says about the way it took, line by line and in order. Anybody can write these.
 *
 * @param forwarded {@code Forwarded}, RFC 7239
 * @param forwardedFor {@code X-Forwarded-For}
 * @param realIp {@code X-Real-IP}
 * @param forwardedProto {@code X-Forwarded-Proto}
 * @param forwardedHost {@code X-Forwarded-Host}
 */
public record ForwardingHeaders(
        List<String> forwarded,
        List<String> forwardedFor,
        List<String> realIp,
        List<String> forwardedProto,
        List<String> forwardedHost) {

    public static final ForwardingHeaders NONE =
            new ForwardingHeaders(List.of(), List.of(), List.of(), List.of(), List.of());

    public ForwardingHeaders {
        forwarded = List.copyOf(forwarded);
        forwardedFor = List.copyOf(forwardedFor);
        realIp = List.copyOf(realIp);
        forwardedProto = List.copyOf(forwardedProto);
        forwardedHost = List.copyOf(forwardedHost);
    }
}
