package org.tickcast.socket;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.tickcast.admission.Lease;
import org.tickcast.admission.Verdict;
import org.tickcast.socket.line.Line;
import org.tickcast.socket.line.Lines;
import org.tickcast.socket.line.Sent;
import org.tickcast.socket.line.SignOfLife;
import org.tickcast.wire.TextMessage;

/**
 * A client's line with nothing above it. The client says what is to be sent to it; another one can say what is to become
 * of its line. It is admitted as everybody is, because that is where a line comes from.
 */
@ServerEndpoint(value = "/ws/test/line", configurator = AdmissionConfigurator.class)
@SuppressWarnings("NullAway.Init") // Injected by the container, and filled when it is opened.
public class LineEndpoint {

    /** What a client can say instead of a text that it wants back. */
    public enum Order {
        /** So many numbered messages, one after the other. */
        ROW,
        /** A message of so many characters, most of which are none in ASCII. */
        LONG,
        SIGN,
        /** Messages without end. */
        STUFF,
        /** What became of the messages so far. */
        REPORT,
        /** Of another client. */
        REPORT_OF,
        CUT,
        /** Ends another client's socket, and sends to it afterwards. */
        SEND_TOO_LATE,
    }

    /** A message may leave while it is being sent, and then the next is sent from inside; no more wait anywhere than this. */
    private static final int MOST_NESTED = 100;

    private static final Map<String, LineEndpoint> OPEN = new ConcurrentHashMap<>();

    @Inject
    private Lines lines;

    private Session session;
    private Lease lease;
    private Line line;
    private final AtomicInteger left = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    /** What the client is sent for {@link Order#LONG}. */
    public static String longText(int characters) {
        return "Nến €uro \uD83D\uDE00 ".repeat(characters / 12 + 1).substring(0, characters / 12 * 12);
    }

    @OnOpen
    public void onOpen(Session opened) {
        Handshake handshake = (Handshake) opened.getUserPrincipal();
        if (!(handshake.verdict() instanceof Verdict.Admitted admitted)) {
            throw new IllegalStateException("Nobody is here who was not admitted");
        }
        lease = admitted.lease();
        lease.claim();
        session = opened;
        session.setMaxIdleTimeout(0);
        line = lines.open(opened, handshake.upgrade());
        OPEN.put(opened.getQueryString(), this);
    }

    @OnClose
    public void onClose(CloseReason reason) {
        lease.release();
    }

    @OnMessage
    public void onText(String words) throws IOException {
        String[] order = words.split(" ", 2);
        switch (Order.valueOf(order[0])) {
            case ROW -> sendRow(0, Integer.parseInt(order[1]));
            case LONG -> send(longText(Integer.parseInt(order[1])), () -> {});
            case SIGN -> line.send(SignOfLife.valueOf(order[1]));
            case STUFF -> stuff();
            case REPORT -> send(report(), () -> {});
            case REPORT_OF -> send(client(order[1]).report(), () -> {});
            case CUT -> client(order[1]).line.cut();
            case SEND_TOO_LATE -> client(order[1]).sendTooLate();
        }
    }

    private static LineEndpoint client(String name) {
        LineEndpoint client = OPEN.get(name);
        if (client == null) {
            throw new IllegalArgumentException("No client " + name);
        }
        return client;
    }

    private String report() {
        return line.getClass().getSimpleName() + " left " + left + " failed " + failed;
    }

    private void sendRow(int from, int to) {
        if (from < to) {
            send(
                    String.valueOf(from),
                    from % MOST_NESTED == 0 ? () -> sendLater(from + 1, to) : () -> sendRow(from + 1, to));
        }
    }

    private void sendLater(int from, int to) {
        CompletableFuture.runAsync(() -> sendRow(from, to));
    }

    private void stuff() {
        send("x".repeat(100_000), this::stuff);
    }

    private void sendTooLate() throws IOException {
        session.close();
        send("too late", () -> {});
    }

    private void send(String text, Runnable then) {
        line.send(new TextMessage(text), new Sent() {
            @Override
            public void left() {
                left.incrementAndGet();
                then.run();
            }

            @Override
            public void failed(Throwable why) {
                failed.incrementAndGet();
            }
        });
    }
}
