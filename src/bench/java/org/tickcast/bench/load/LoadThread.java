package org.tickcast.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Opens its part of the sockets, reads them as their roles want it, and in the end tells what it has seen. */
final class LoadThread implements Callable<Tally> {

    private static final int BUFFER = 256 * 1024;
    private static final long PAUSE_MILLIS = 10;

    /** How often slow readers read. */
    private static final long TRICKLE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Run run;
    private final LoadOptions options;
    private final int number;
    private final int mine;
    private final Tally tally;
    private final Selector selector = Selector.open();
    private final Consumer<SelectionKey> ready = this::ready;
    private final List<LoadClient> clients = new ArrayList<>();
    private final long began = System.nanoTime();

    private ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private int begun;
    private int alive;
    private long trickledNanos = began;

    /** @param number which of the threads this is, from 0 on */
    LoadThread(Run run, int number) throws IOException {
        this.run = run;
        this.options = run.options;
        this.number = number;
        this.mine = (options.opens() - number + options.threads() - 1) / options.threads();
        this.tally = new Tally(options.stamps(), options.isVersioned());
    }

    @Override
    public Tally call() throws IOException {
        try (selector) {
            while (!run.isOver() && !(options.isChurn() && begun == mine && alive == 0)) {
                turn();
            }
            drain();
        }
        return tally;
    }

    private void turn() throws IOException {
        while (begun < mine && isNextDue()) {
            begin(number + begun++ * options.threads());
        }
        selector.select(ready, PAUSE_MILLIS);
        long now = System.nanoTime();
        if (now - trickledNanos >= TRICKLE_NANOS) {
            trickle(now - trickledNanos);
            trickledNanos = now;
            giveUp(now);
        }
    }

    private boolean isNextDue() {
        if (options.isChurn()) {
            return alive < Math.max(1, options.parallel() / options.threads());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return begun < 1 + seconds * options.rampPerSecond() / options.threads();
    }

    private void begin(int client) throws IOException {
        Role role = options.isChurn() ? Role.READING : options.crowd().role(client);
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (!role.isPrompt()) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, options.frozenBufferBytes());
        }
        LoadClient begun = new LoadClient(run, tally, role, channel.register(selector, SelectionKey.OP_CONNECT));
        channel.keyFor(selector).attach(begun);
        if (!options.isChurn()) {
            clients.add(begun);
        }
        alive++;
        handle(begun, () -> connect(begun, channel, client));
    }

    private void connect(LoadClient begun, SocketChannel channel, int client) throws IOException {
        if (options.crowd().addresses() > 0) {
            byte[] address = options.crowd().address(client);
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0));
        }
        if (channel.connect(options.target().address())) {
            begun.connected();
        }
    }

    private void ready(SelectionKey key) {
        LoadClient client = (LoadClient) key.attachment();
        int operations = key.readyOps();
        if ((operations & SelectionKey.OP_CONNECT) != 0) {
            handle(client, client::connected);
        }
        if ((operations & SelectionKey.OP_WRITE) != 0) {
            handle(client, client::flush);
        }
        if ((operations & SelectionKey.OP_READ) != 0) {
            handle(client, () -> read(client, buffer.capacity()));
        }
    }

    private void read(LoadClient client, int most) throws IOException {
        int needed = client.read(buffer, most);
        if (needed > buffer.capacity()) {
            buffer = ByteBuffer.allocateDirect(Math.max(needed, buffer.capacity() * 2));
        }
    }

    private void handle(LoadClient client, Step step) {
        if (client.isOver()) {
            return;
        }
        try {
            step.take();
        } catch (IOException e) {
            client.broke(e);
        }
        alive -= client.isOver() ? 1 : 0;
    }

    /** Lets the slow read what they may in this time. */
    private void trickle(long nanos) {
        int most = (int) Math.max(1, options.crowd().slowBytesPerSecond() * nanos / TimeUnit.SECONDS.toNanos(1));
        for (LoadClient client : clients) {
            if (client.role() == Role.SLOW && client.isOpen()) {
                handle(client, () -> read(client, Math.min(most, buffer.capacity())));
            }
        }
    }

    private void giveUp(long now) {
        for (SelectionKey key : selector.keys()) {
            LoadClient client = (LoadClient) key.attachment();
            handle(client, () -> client.checkHandshake(now));
        }
    }

    /** Lets everybody leave, and reads what was sent to those who did not read, to learn how they have ended. */
    private void drain() throws IOException {
        for (LoadClient client : clients) {
            if (client.isOpen()) {
                if (client.role().isPrompt()) {
                    tally.open[client.role().ordinal()]++;
                    handle(client, client::leave);
                } else {
                    client.thaw();
                }
            }
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.drainSeconds());
        while (alive > 0 && System.nanoTime() < end) {
            selector.select(ready, PAUSE_MILLIS);
        }
        for (LoadClient client : clients) {
            tally.open[client.role().ordinal()] += client.isOpen() ? 1 : 0;
            client.close();
        }
    }

    private interface Step {
        void take() throws IOException;
    }
}
