package org.tickcast.socket;

import jakarta.websocket.server.ServerEndpoint;
import org.tickcast.wire.Channel;

/** The whole market: session statistics, prices, indices, foreign flow and the active future. */
@ServerEndpoint(value = "/ws/market", configurator = AdmissionConfigurator.class)
public class MarketEndpoint extends ChannelEndpoint {

    public MarketEndpoint() {
        super(Channel.MARKET);
    }
}
