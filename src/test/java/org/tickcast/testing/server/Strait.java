package org.tickcast.testing.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A way to a port of this machine that can become slow, swallow all that comes, or drop whoever is on it. */
public final class Strait implements AutoCloseable {

    private static final int PIECE_BYTES = 1 << 16;

    private enum Weather {
        FAIR,
        SLOW,
        FROZEN,
        SHUT
    }

    private final int port;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private Weather weather = Weather.FAIR;
    private long delayMillis;

    public Strait(int port) throws IOException {
        this.port = port;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("entrance of a strait", this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** All goes through. What was swallowed comes now, to whoever still waits for it. */
    public void clear() {
        become(Weather.FAIR);
    }

    /** Each piece takes so long, in both directions. */
    public synchronized void slow(long millis) {
        delayMillis = millis;
        become(Weather.SLOW);
    }

    /** Nothing goes through, and nobody is told. */
    public void freeze() {
        become(Weather.FROZEN);
    }

    /** Who is on it is dropped, and so is whoever comes. */
    public void shut() {
        become(Weather.SHUT);
        open.forEach(Strait::drop);
    }

    private synchronized void become(Weather next) {
        weather = next;
        notifyAll();
    }

    private void accept() throws IOException {
        while (!entrance.isClosed()) {
            Socket near = entrance.accept();
            start("strait", () -> connect(near));
        }
    }

    private void connect(Socket near) throws IOException {
        try (near;
                Socket far = new Socket()) {
            open.add(near);
            open.add(far);
            if (isShut()) {
                return;
            }
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            start("way back through a strait", () -> copy(far, near));
            copy(near, far);
        } finally {
            open.remove(near);
        }
    }

    private void copy(Socket from, Socket to) throws IOException {
        byte[] piece = new byte[PIECE_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                awaitPassage();
                out.write(piece, 0, read);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(from);
        }
    }

    private synchronized void awaitPassage() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMillis);
        for (long left = 1; weather == Weather.FROZEN || (weather == Weather.SLOW && left > 0); ) {
            wait(weather == Weather.FROZEN ? 0 : left);
            left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        }
    }

    private synchronized boolean isShut() {
        return weather == Weather.SHUT;
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // An end was closed, or dropped: that is what it is for.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        shut();
    }
}
