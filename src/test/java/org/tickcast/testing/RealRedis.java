package org.tickcast.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.tickcast.cluster.redis.RedisAddress;
import redis.embedded.RedisServer;

/** A Redis server for tests, on this machine only, at a port that was free. It can go, and come back at the same port. */
public final class RealRedis implements AutoCloseable {

    private final int port;
    private RedisServer server;

    public RealRedis() throws IOException {
        this.port = freePort();
        this.server = server(port);
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
            server = server(port);
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

    private static RedisServer server(int port) throws IOException {
        return RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
