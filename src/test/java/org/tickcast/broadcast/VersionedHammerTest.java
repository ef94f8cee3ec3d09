package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.trade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.market.MarketBoard;
import org.tickcast.testing.PlainJson;
import org.tickcast.testing.ReferenceClient;
import org.tickcast.testing.SampleMarket;
import org.tickcast.wire.CanonicalJson;
import org.tickcast.wire.Channel;
import org.tickcast.wire.Since;
import org.tickcast.wire.VersionedCommand;
import org.tickcast.wire.VersionedProtocol;
import org.tickcast.wire.WireCodec;

/**
 * Sixteen threads: one ticks, one says that the feed comes and goes, and fourteen open sockets, ask for what clients may
 * ask for, and close them; two more finish the sends. Never are two frames on their way to one client, and at rest
 * everybody shows what the board shows.
 */
class VersionedHammerTest {

    private static final int CLIENT_THREADS = 14;
    private static final int SOCKETS_EACH = 150;
    private static final int TICKS = 3_000;
    private static final long DEADLINE_SECONDS = 60;

    private final WireCodec codec = new WireCodec();
    private final MarketBoard board = SampleMarket.board();
    private final Broadcaster broadcaster = new Broadcaster(
            board, codec, BroadcastLimits.every(Duration.ofMillis(2)), () -> SampleMarket.TEN, BroadcastListener.NONE);
    private final CyclicBarrier start = new CyclicBarrier(CLIENT_THREADS + 2);
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENT_THREADS + 2);
    private final List<ExecutorService> network =
            List.of(Executors.newSingleThreadExecutor(), Executors.newSingleThreadExecutor());
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private long nowNanos;

    @AfterEach
    void end() {
        threads.shutdownNow();
        network.forEach(ExecutorService::shutdownNow);
    }

    @Test
    void at_rest_everybody_shows_what_the_board_shows() throws Exception {
        List<Future<Socket>> clients = new ArrayList<>();
        Future<?> ticking = threads.submit(this::tickAndTrade);
        Future<?> feed = threads.submit(this::comeAndGo);
        for (int i = 0; i < CLIENT_THREADS; i++) {
            clients.add(threads.submit(openAndClose(i)));
        }
        List<Socket> staying = new ArrayList<>();
        for (Future<Socket> client : clients) {
            staying.add(client.get(DEADLINE_SECONDS, TimeUnit.SECONDS));
        }
        feed.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        ticking.get(DEADLINE_SECONDS, TimeUnit.SECONDS);

        comeToRest();

        assertThat(failures).isEmpty();
        String present = present();
        assertThat(staying).allSatisfy(socket -> {
            assertThat(socket.client.shown()).isEqualTo(present);
            assertThat(socket.client.isConnected()).isTrue();
        });
    }

    private Void tickAndTrade() throws Exception {
        start.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
        for (int i = 1; i <= TICKS; i++) {
            board.apply(trade(FPT, 98_500 + i % 7, i));
            tick(Duration.ofMillis(1));
        }
        return null;
    }

    private Void comeAndGo() throws Exception {
        start.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
        for (int i = 0; i < TICKS; i++) {
            broadcaster.feedConnected(i % 2 == 0);
        }
        broadcaster.feedConnected(true);
        return null;
    }

    private Callable<Socket> openAndClose(int number) {
        SplittableRandom chance = new SplittableRandom(number);
        return () -> {
            start.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
            for (int i = 0; i < SOCKETS_EACH; i++) {
                Socket socket = new Socket(number);
                socket.talk(chance);
                socket.seat.leave();
            }
            return new Socket(number);
        };
    }

    /** Ticks until nothing is on its way any more: each round, all that was sent has left before the next. */
    private void comeToRest() throws InterruptedException, ExecutionException, TimeoutException {
        for (int round = 0; round < 200; round++) {
            tick(Duration.ofMillis(100));
            for (ExecutorService sends : network) {
                sends.submit(() -> {}).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    private void tick(Duration later) {
        nowNanos += later.toNanos();
        broadcaster.tick(nowNanos);
    }

    private String present() {
        return CanonicalJson.write(PlainJson.withoutNulls(PlainJson.object(codec.snapshot(Channel.MARKET, board))));
    }

    private final class Socket {

        private final ReferenceClient client = new ReferenceClient();
        private final AtomicInteger onTheWay = new AtomicInteger();
        private final ExecutorService sends;
        private final Outbox outbox = new Outbox(this::fly, this::freed);
        private final Seat seat = broadcaster.reserve(Channel.MARKET, outbox, Since.NOTHING);

        private Socket(int number) {
            sends = network.get(number % network.size());
            client.opened();
            seat.take();
        }

        private void talk(SplittableRandom chance) {
            for (int i = chance.nextInt(8); i > 0; i--) {
                switch (chance.nextInt(3)) {
                    case 0 -> seat.hear(new VersionedCommand.Resync());
                    case 1 -> seat.hear(new VersionedCommand.Pace(chance.nextInt(1, 100)));
                    default ->
                        outbox.tell(VersionedFrame.reply(
                                VersionedProtocol.pong(SampleMarket.TEN, new VersionedCommand.Ping(null))));
                }
            }
        }

        private void freed() {
            seat.freed();
        }

        private void fly(VersionedFrame frame) {
            if (onTheWay.incrementAndGet() != 1) {
                failures.add(new IllegalStateException("Two frames on their way at once"));
            }
            sends.execute(() -> arrive(frame));
        }

        private void arrive(VersionedFrame frame) {
            try {
                client.receive(frame.text());
                onTheWay.decrementAndGet();
                outbox.sent();
            } catch (RuntimeException failure) {
                failures.add(failure);
            }
        }
    }
}
