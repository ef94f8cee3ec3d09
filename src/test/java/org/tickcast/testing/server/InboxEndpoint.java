package org.tickcast.testing.server;

import jakarta.inject.Inject;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.tickcast.feed.Inbox;
import org.tickcast.market.IndexValue;
import org.tickcast.market.Watchlist;

/**
 * Puts as many values of VN30 into the server's inbox as the client asks for, a millisecond apart, and answers with the
 * number of the last. The number is in the frame as the prior value, which no real index has.
 */
@ServerEndpoint("/test/inbox")
public class InboxEndpoint {

    private static final AtomicInteger NUMBER = new AtomicInteger(1_000_000);

    @Inject
    @SuppressWarnings("NullAway.Init") // Injected by the container.
    private Inbox inbox;

    @OnMessage
    public String onText(String howMany) {
        Instant now = Instant.now();
        int number = NUMBER.get();
        for (int i = 0; i < Integer.parseInt(howMany); i++) {
            number = NUMBER.incrementAndGet();
            inbox.offer(new IndexValue(Watchlist.VN30, 2_000 + i % 100, number, 1, 1, 1, 1, now.plusMillis(i)));
        }
        return String.valueOf(number);
    }
}
