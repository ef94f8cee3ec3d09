package org.tickcast.socket;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** An upgrade request that carries its handshake as its principal. */
final class HandshakeRequest extends HttpServletRequestWrapper {

    private final Handshake handshake;

    HandshakeRequest(HttpServletRequest request, Handshake handshake) {
        super(request);
        this.handshake = handshake;
    }

    @Override
    public Principal getUserPrincipal() {
        return handshake;
    }
}
