package org.tickcast.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.tickcast.cluster.redis.RedisAddress;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A Redis server for tests, on this machine only, at a port that was free. It can go, and come back at the same port. */
public final class RealRedis implements AutoCloseable {

    private final int port;
    private final List<String> settings;
    private RedisServer server;

    /** @param settings lines of its configuration, besides the usual ones */
    public RealRedis(String... settings) throws IOException {
        this(freePort(), settings);
    }

    RealRedis(int port, String... settings) throws IOException {
        this.port = port;
        this.settings = List.of(settings);
        this.server = server();
        start();
    }

    public RedisAddress address() {
        return RedisAddress.of("127.0.0.1", port);
    }

    public int port() {
        return port;
    }

    public void start() {
        try {
            server = server();
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it knew is lost. */
    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private RedisServer server() throws IOException {
        RedisServerBuilder builder = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no");
        settings.forEach(builder::setting);
        return builder.build();
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
