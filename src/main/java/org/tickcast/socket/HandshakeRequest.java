package org.tickcast.socket;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import java.io.IOException;
import java.security.Principal;
import org.tickcast.socket.line.Upgrade;

/** An upgrade request that carries its handshake as its principal. */
final class HandshakeRequest extends HttpServletRequestWrapper {

    /** Payara makes a buffer of this size for each frame that fits into it, of 8 KB when nobody says. */
    private static final int SMALL = 512;

    private final Handshake handshake;
    private final HttpServletResponse response;

    HandshakeRequest(HttpServletRequest request, HttpServletResponse response, Handshake handshake) {
        super(request);
        this.handshake = handshake;
        this.response = response;
    }

    /** Afterwards nobody can see any more what is below the socket. */
    @Override
    public <T extends HttpUpgradeHandler> T upgrade(Class<T> handlerClass) throws IOException, ServletException {
        response.setBufferSize(SMALL);
        T handler = make(handlerClass);
        super.upgrade(PatientUpgrade.class).standFor(handler);
        handshake.upgraded(Upgrade.of(getRequest(), handler));
        return handler;
    }

    private static <T> T make(Class<T> handlerClass) throws ServletException {
        try {
            return handlerClass.getConstructor().newInstance();
        } catch (ReflectiveOperationException failure) {
            throw new ServletException(handlerClass + " cannot be made", failure);
        }
    }

    @Override
    public Principal getUserPrincipal() {
        return handshake;
    }
}
