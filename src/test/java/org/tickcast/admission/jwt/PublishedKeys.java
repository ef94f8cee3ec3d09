package org.tickcast.admission.jwt;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer on this machine that publishes what a test tells it to, or behaves badly. */
final class PublishedKeys implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger visits = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Answer answer = exchange -> send(exchange, 404, "");

    PublishedKeys() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            visits.incrementAndGet();
            try (exchange) {
                answer.to(exchange);
            }
        });
        server.start();
    }

    URI location() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
    }

    int visits() {
        return visits.get();
    }

    void publish(String body) {
        answer = exchange -> send(exchange, 200, body);
    }

    void answerWith(int status, String body) {
        answer = exchange -> send(exchange, status, body);
    }

    /** To another page of ours, which has the keys. */
    void redirectTo(String body) {
        answer = exchange -> {
            boolean there = exchange.getRequestURI().getPath().equals("/there");
            exchange.getResponseHeaders().set("Location", "/there");
            send(exchange, there ? 200 : 302, body);
        };
    }

    /** Says nothing until the test is over. */
    void fallSilent() {
        answer = exchange -> awaitTheEnd();
    }

    /** Begins to answer, and says no more until the test is over. */
    void stopHalfway(String body) {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write(body.getBytes(StandardCharsets.UTF_8));
            out.flush();
            awaitTheEnd();
        };
    }

    void hangUp() {
        answer = HttpExchange::close;
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }
}
