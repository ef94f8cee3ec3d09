package org.tickcast.testing.server;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.tickcast.broadcast.BoardQuestions;
import org.tickcast.market.MarketBoard;

/** Keeps the tick busy until the client is gone, and has as many questions wait behind it as the client says. */
@ServerEndpoint("/test/board")
public class BoardEndpoint {

    private static final int LONGEST_SECONDS = 30;

    @Inject
    @SuppressWarnings("NullAway.Init") // Injected by the container.
    private BoardQuestions questions;

    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final List<Future<?>> asked = new ArrayList<>();

    @OnMessage
    public String onText(String howMany) throws InterruptedException {
        asked.add(questions.ask(board -> waitUntilGone()));
        boolean isBusy = busy.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        for (int i = 0; i < Integer.parseInt(howMany); i++) {
            asked.add(questions.ask(MarketBoard::version));
        }
        return "busy: " + isBusy;
    }

    @OnClose
    public void onClose() {
        gone.countDown();
    }

    private boolean waitUntilGone() {
        busy.countDown();
        try {
            return gone.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
