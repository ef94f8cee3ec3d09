package org.tickcast.testing.server;

import jakarta.inject.Inject;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Instant;
import org.tickcast.feed.Inbox;
import org.tickcast.market.IndexValue;
import org.tickcast.market.Watchlist;

/** Puts as many index values into the server's inbox as the client asks for, a millisecond apart up to now, and answers how many it took. */
@ServerEndpoint("/test/inbox")
public class InboxEndpoint {

    @Inject
    @SuppressWarnings("NullAway.Init") // Injected by the container.
    private Inbox inbox;

    @OnMessage
    public String onText(String howMany) {
        Instant now = Instant.now();
        int events = Integer.parseInt(howMany);
        int taken = 0;
        for (int i = 1; i <= events; i++) {
            boolean fits = inbox.offer(
                    new IndexValue(Watchlist.VN30, 2_000 + i % 100, 1_980, 1, 1, 1, 1, now.minusMillis(events - i)));
            taken += fits ? 1 : 0;
        }
        return "taken: " + taken;
    }
}
