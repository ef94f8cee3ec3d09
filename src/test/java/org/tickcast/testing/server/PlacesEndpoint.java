package org.tickcast.testing.server;

import jakarta.inject.Inject;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.LeaseBook;

/** Tells how many places an address holds. */
@ServerEndpoint("/test/places")
public class PlacesEndpoint {

    @Inject
    @SuppressWarnings("NullAway.Init") // Injected by the container.
    private LeaseBook places;

    @OnMessage
    public String onText(String address) {
        return String.valueOf(places.heldBy(new ClientAddress(address)));
    }
}
