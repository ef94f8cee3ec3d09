package org.tickcast.socket;

import jakarta.websocket.server.ServerEndpoint;
import org.tickcast.wire.Channel;

/** What foreign investors buy and sell. */
@ServerEndpoint(value = "/ws/foreign", configurator = AdmissionConfigurator.class)
public class ForeignEndpoint extends ChannelEndpoint {

    public ForeignEndpoint() {
        super(Channel.FOREIGN);
    }
}
