package org.tickcast.socket;

import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Answers the container's question whether a handshake may go on. Every endpoint of ours names this class.
 *
 * <p>It answers in {@code checkOrigin} because Tyrus and Undertow both ask there before anything is upgraded, and
 * nowhere later: a status set in {@code modifyHandshake} opens the session all the same on Tyrus. A handshake that did
 * not come through {@link AdmissionFilter} is refused.
 */
public final class AdmissionConfigurator extends ServerEndpointConfig.Configurator {

    @Override
    public boolean checkOrigin(String origin) {
        Handshake handshake = Handshake.onThisThread();
        return handshake != null && handshake.isAdmitted();
    }
}
