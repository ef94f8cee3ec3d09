package org.tickcast.socket;

import jakarta.websocket.server.ServerEndpoint;
import org.tickcast.wire.Channel;

/** VN30 and VNINDEX. */
@ServerEndpoint(value = "/ws/index", configurator = AdmissionConfigurator.class)
public class IndexEndpoint extends ChannelEndpoint {

    public IndexEndpoint() {
        super(Channel.INDEX);
    }
}
