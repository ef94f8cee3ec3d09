package org.tickcast.socket;

import jakarta.websocket.server.ServerEndpoint;
import org.tickcast.wire.Channel;

/** Each alert, when it is raised. */
@ServerEndpoint(value = "/ws/alerts", configurator = AdmissionConfigurator.class)
public class AlertsEndpoint extends ChannelEndpoint {

    public AlertsEndpoint() {
        super(Channel.ALERTS);
    }
}
