package org.tickcast.it.cluster;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.JarProcess;
import org.tickcast.testing.server.PictureClient;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.Strait;

/** One of the servers: always at the same port, and with a way to Redis of its own. */
@SuppressWarnings("NullAway.Init") // It is started before it is used.
final class ClusterNode implements AutoCloseable {

    static final String MARKET = "/ws/market";

    private static final String STANDING = "This node ";
    private static final String HOLDS = STANDING + "holds the lease";
    private static final String FOLLOWS = STANDING + "follows";

    private final int port;
    private final Strait toRedis;
    private final List<String> settings;
    private JarProcess server;

    ClusterNode(int redisPort, List<String> settings) throws IOException {
        this.port = JarProcess.freePort();
        this.toRedis = new Strait(redisPort);
        this.settings = settings;
    }

    /** Returns at once. */
    void start() throws IOException {
        List<String> options = new ArrayList<>(settings);
        options.add("-Dtickcast.redis.url=redis://127.0.0.1:" + toRedis.port());
        server = JarProcess.start(port, Map.of(), options.toArray(String[]::new));
    }

    /** Waits until it takes clients, hears the others, and shows the market that they show. */
    void awaitPart() throws Exception {
        server.awaitReady();
        awaits(0, "nodes hear each other");
        server.awaitLine(line -> line.contains(HOLDS) || line.contains(FOLLOWS));
    }

    boolean isAlive() {
        return server.isAlive();
    }

    boolean holdsTheLease() {
        return isAlive()
                && server.lines().stream()
                        .filter(line -> line.contains(STANDING))
                        .reduce((one, next) -> next)
                        .orElse("")
                        .contains(HOLDS);
    }

    /** What it says from here on is waited for. */
    int now() {
        return server.lines().size();
    }

    void awaits(int since, String words) throws InterruptedException {
        server.awaitLine(since, line -> line.contains(words));
    }

    void awaitsTheLease(int since) throws InterruptedException {
        awaits(since, HOLDS);
    }

    void awaitsWhomToFollow(int since) throws InterruptedException {
        awaits(since, FOLLOWS);
    }

    long countOfLines(int since, String words) {
        return server.lines().stream()
                .skip(since)
                .filter(line -> line.contains(words))
                .count();
    }

    URL url() throws IOException {
        return new URL("http", "127.0.0.1", port, "/");
    }

    Strait toRedis() {
        return toRedis;
    }

    JarProcess server() {
        return server;
    }

    PictureClient reads(String address) throws IOException {
        return PictureClient.open(address, url(), MARKET);
    }

    HubTalker talks(String address, String user) throws IOException {
        return HubTalker.open(address, url(), user);
    }

    /** What it says of Redis to whoever asks for its health. */
    JsonObject redis() throws IOException, InterruptedException {
        String ready = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url() + "health/ready")).build(), BodyHandlers.ofString())
                .body();
        return RestClient.parsed(ready).getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .filter(check -> check.getString("name").equals("nodes"))
                .findFirst()
                .orElseThrow()
                .getJsonObject("data");
    }

    @Override
    public void close() throws Exception {
        toRedis.close();
        if (server != null) {
            server.kill();
        }
    }
}
