package org.tickcast.socket;

import jakarta.inject.Inject;
import org.tickcast.wire.Channel;

/** Where clients come in who want to hear a broadcast channel. */
public abstract class ChannelEndpoint extends SocketEndpoint {

    private final Channel channel;

    @Inject
    @SuppressWarnings("NullAway.Init") // The container makes endpoints, and injects after construction.
    private ChannelClients clients;

    protected ChannelEndpoint(Channel channel) {
        this.channel = channel;
    }

    @Override
    protected final SocketService service() {
        return clients.of(channel);
    }
}
