package org.tickcast.testing.server;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is between a browser and the server: it gives the browser an address of its own, because all of a machine would
 * have the same, and it can be cut. While it is, whoever tries is dropped. Or it falls silent: then nothing passes in
 * either direction and nobody is told, and what was held back goes on when it is mended, as a network sends it again.
 */
public final class Cable implements AutoCloseable {

    private static final int PIECE = 8192;

    private final URL server;
    private final InetAddress address;
    private final ServerSocket end;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    @GuardedBy("this") private boolean isSilent;

    /**
     * @param address the one that the server sees
     * @param server where it leads
     */
    public Cable(String address, URL server) throws IOException {
        this.server = server;
        this.address = InetAddress.getByName(address);
        end = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        start("cable", this::accept);
    }

    /** Where the browser finds the server. */
    public URL url() throws IOException {
        return new URL("http", "127.0.0.1", end.getLocalPort(), server.getPath());
    }

    public void cut() {
        isCut = true;
        open.forEach(Cable::drop);
    }

    public synchronized void silence() {
        isSilent = true;
    }

    public synchronized void mend() {
        isCut = false;
        isSilent = false;
        notifyAll();
    }

    private synchronized void awaitSound() throws IOException {
        try {
            while (isSilent) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("While the cable was silent");
        }
    }

    private void accept() throws IOException {
        while (!end.isClosed()) {
            Socket near = end.accept();
            open.add(near);
            start("cable to " + address, () -> connect(near));
        }
    }

    private void connect(Socket near) throws IOException {
        try (Socket far = new Socket()) {
            open.add(far);
            far.bind(new InetSocketAddress(address, 0));
            far.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            // Only now, because it may have been cut meanwhile.
            if (isCut) {
                return;
            }
            start("cable from " + address, () -> copy(far, near));
            copy(near, far);
        } finally {
            drop(near);
            open.remove(near);
        }
    }

    private void copy(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            byte[] piece = new byte[PIECE];
            for (int length; (length = from.getInputStream().read(piece)) >= 0; ) {
                awaitSound();
                to.getOutputStream().write(piece, 0, length);
            }
            awaitSound();
        } finally {
            open.remove(from);
        }
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
        end.close();
        cut();
        mend();
    }
}
