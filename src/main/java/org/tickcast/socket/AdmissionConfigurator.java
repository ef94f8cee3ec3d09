package org.tickcast.socket;

import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import org.tickcast.wire.Door;
import org.tickcast.wire.VersionedProtocol;

/**
 * Answers the container's question whether a handshake may go on. Every endpoint of ours names this class.
 *
 * <p>It answers in {@code checkOrigin} because Tyrus and Undertow both ask there before anything is upgraded, and
 * nowhere later: a status set in {@code modifyHandshake} opens the session all the same on Tyrus. A handshake that did
 * not come through {@link AdmissionFilter} is refused.
 */
public final class AdmissionConfigurator extends ServerEndpointConfig.Configurator {

    /** What a client offers beside its token has to be answered, or browsers give up; the token itself never is. */
    private static final String BEARER = "bearer";

    /** The first of these that the client offers, in any order. */
    private static final List<String> PREFERRED = List.of(VersionedProtocol.SUBPROTOCOL, BEARER);

    @Override
    public String getNegotiatedSubprotocol(List<String> supported, List<String> requested) {
        List<String> offered = requested.stream().map(String::strip).toList();
        return spoken().stream().filter(offered::contains).findFirst().orElse("");
    }

    /** The hub has a protocol of its own. */
    private static List<String> spoken() {
        Handshake handshake = Handshake.onThisThread();
        boolean isForHub = handshake != null && handshake.attempt().door().equals(Door.HUB.id());
        return isForHub ? List.of(BEARER) : PREFERRED;
    }

    @Override
    public boolean checkOrigin(String origin) {
        Handshake handshake = Handshake.onThisThread();
        return handshake != null && handshake.mayGoOn();
    }
}
