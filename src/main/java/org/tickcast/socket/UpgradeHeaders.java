package org.tickcast.socket;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/**
 * What the headers of a request say about upgrading it. Servers disagree about a handshake that is not quite one, up to
 * answering 500 or opening it all the same, so we look ourselves, at what RFC 6455, section 4.2.1, asks for.
 */
final class UpgradeHeaders {

    private static final String VERSION = "13";
    private static final int KEY_BYTES = 16;
    private static final int KEY_LENGTH = 24;

    private UpgradeHeaders() {}

    static boolean askForWebSocket(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && hasMember(request, "Upgrade", "websocket");
    }

    /** Why this cannot become a WebSocket, or null when nothing stands in its way. */
    static @Nullable CloseCode objection(HttpServletRequest request) {
        if (!VERSION.equals(request.getHeader("Sec-WebSocket-Version"))) {
            return CloseCode.WRONG_VERSION;
        }
        return hasMember(request, "Connection", "upgrade") && hasKey(request) && hasAddress(request)
                ? null
                : CloseCode.BAD_HANDSHAKE;
    }

    /** Tyrus makes a URI of the address only after the upgrade, and leaves behind a socket that is open and dead. */
    private static boolean hasAddress(HttpServletRequest request) {
        String query = request.getQueryString();
        try {
            new URI(query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
            return true;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }

    private static boolean hasKey(HttpServletRequest request) {
        String key = request.getHeader("Sec-WebSocket-Key");
        try {
            // The decoder does without the padding; the protocol does not.
            return key != null
                    && key.length() == KEY_LENGTH
                    && Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** Whether one of the values of a header that is a list is this one. */
    private static boolean hasMember(HttpServletRequest request, String header, String member) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(values -> Arrays.stream(values.split(",", -1)))
                .anyMatch(value -> value.strip().equalsIgnoreCase(member));
    }
}
