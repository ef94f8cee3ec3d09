package org.tickcast.socket;

import jakarta.servlet.http.HttpServletRequest;

/** What the headers of a request say about upgrading it. */
final class UpgradeHeaders {

    private UpgradeHeaders() {}

    static boolean askForWebSocket(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }
}
