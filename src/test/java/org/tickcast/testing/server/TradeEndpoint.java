package org.tickcast.testing.server;

import jakarta.inject.Inject;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Instant;
import org.tickcast.feed.Inbox;
import org.tickcast.market.Symbol;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;

/** Has a stock traded: {@code FPT 98500 100} is a hundred shares at 98,500 dong. */
@ServerEndpoint("/test/trade")
public class TradeEndpoint {

    @Inject
    @SuppressWarnings("NullAway.Init") // Injected by the container.
    private Inbox inbox;

    @OnMessage
    public String onText(String words) {
        String[] trade = words.split(" ", -1);
        inbox.offer(new Trade(
                new Symbol(trade[0]),
                Long.parseLong(trade[1]),
                Long.parseLong(trade[2]),
                TradingSession.CONTINUOUS,
                Instant.now()));
        return "traded";
    }
}
