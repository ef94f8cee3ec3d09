package org.tickcast.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.broadcast.BroadcastListener;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.cluster.FeedLogLimits;
import org.tickcast.cluster.NodeId;
import org.tickcast.cluster.redis.Redis;
import org.tickcast.cluster.redis.RedisAddress;
import org.tickcast.cluster.redis.RedisFeedLog;
import org.tickcast.cluster.redis.RedisLimits;
import org.tickcast.feed.log.FeedKeeper;
import org.tickcast.feed.log.FeedSwitch;
import org.tickcast.feed.log.KeeperLimits;
import org.tickcast.feed.log.KeeperListener;
import org.tickcast.feed.log.SharedMarket;
import org.tickcast.feed.log.Standing;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Symbol;
import org.tickcast.market.Trade;
import org.tickcast.market.TradingSession;
import org.tickcast.market.Watchlist;
import org.tickcast.testing.RealRedis;
import org.tickcast.wire.WireCodec;

/**
 * What it costs that the market goes through Redis: how many events a second, and how much later each happens, at the node
 * that has the feed and at another. Both are in this process, and Redis is one that this program starts.
 */
public final class SharedMarketCost {

    private static final Duration PHASE = Duration.ofSeconds(10);
    private static final long CALM_NANOS = 1_000_000;
    private static final int QUEUED = 10_000;
    private static final List<Symbol> STOCKS = List.copyOf(Watchlist.vn30().stocks());
    /** When each was offered; as many as fit into the three phases. */
    private static final long[] OFFERED = new long[1 << 23];

    private final Node holder;
    private final Node follower;
    private int offered;

    private SharedMarketCost(RedisAddress redis) {
        this.holder = new Node("holder", redis);
        holder.await(Standing.WRITING);
        this.follower = new Node("follower", redis);
        follower.await(Standing.FOLLOWING);
    }

    public static void main(String[] args) throws Exception {
        try (RealRedis redis = new RealRedis()) {
            SharedMarketCost cost = new SharedMarketCost(redis.address());
            cost.run("warming up", 0);
            cost.run("as many as go through", 0);
            cost.run("a thousand a second", CALM_NANOS);
            cost.holder.close();
            cost.follower.close();
        }
    }

    private void run(String what, long pauseNanos) {
        holder.delays.reset();
        follower.delays.reset();
        int first = offered;
        long begin = System.nanoTime();
        long next = begin;
        while (System.nanoTime() - begin < PHASE.toNanos()) {
            if (System.nanoTime() - next >= 0) {
                next += pauseNanos;
                offer();
            } else {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        while (follower.happened.get() < offered) {
            LockSupport.parkNanos(CALM_NANOS);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%s: %.0f events/s; happens at the holder after %s, at the other after %s%n",
                what, (offered - first) / seconds, holder.delays(), follower.delays());
    }

    private void offer() {
        // Its number is its volume, by which it is known again.
        MarketEvent trade = new Trade(
                STOCKS.get(offered % STOCKS.size()),
                50_000 + 100 * (offered % 7),
                offered + 1,
                TradingSession.CONTINUOUS,
                Instant.now());
        OFFERED[offered] = System.nanoTime();
        while (!holder.keeper.sink().offer(trade)) {
            LockSupport.parkNanos(1_000);
            OFFERED[offered] = System.nanoTime();
        }
        offered++;
    }

    private static final class Node implements FeedSwitch, KeeperListener, AutoCloseable {

        final FeedKeeper keeper;
        final AtomicLong happened = new AtomicLong();
        final Histogram delays = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
        private final MarketBoard board = RecordedDay.emptyBoard();
        private final ExecutorService threads = Executors.newCachedThreadPool();
        private final Redis redis;
        private final RedisFeedLog log;
        private volatile boolean ended;
        private volatile Standing standing = Standing.JOINING;

        Node(String name, RedisAddress address) {
            this.redis = new Redis(address, RedisLimits.DEFAULTS, InstantSource.system());
            this.log = new RedisFeedLog(redis, FeedLogLimits.DEFAULTS);
            Broadcaster broadcaster = new Broadcaster(
                    board,
                    new WireCodec(),
                    BroadcastLimits.every(Duration.ofMillis(500)),
                    InstantSource.system(),
                    BroadcastListener.NONE);
            this.keeper = new FeedKeeper(
                    new NodeId(name),
                    log,
                    log,
                    new KeeperLimits(FeedLogLimits.DEFAULTS, Duration.ofMillis(500), Duration.ofMillis(100), QUEUED),
                    this,
                    this,
                    InstantSource.system(),
                    System::nanoTime,
                    threads);
            SharedMarket market = keeper.market(board, broadcaster);
            log.start();
            threads.execute(() -> repeat(keeper::step));
            threads.execute(() -> repeat(() -> {
                market.drainTo(this::happens);
                LockSupport.parkNanos(50_000);
            }));
        }

        private void repeat(Runnable work) {
            while (!ended) {
                work.run();
            }
        }

        private void happens(MarketEvent event) {
            event.applyTo(board);
            if (event instanceof Trade trade) {
                delays.recordValue(System.nanoTime() - OFFERED[Math.toIntExact(trade.volume()) - 1]);
                happened.set(trade.volume());
            }
        }

        void await(Standing wanted) {
            while (standing != wanted) {
                LockSupport.parkNanos(CALM_NANOS);
            }
        }

        String delays() {
            return String.format(
                    "%.2f ms (median), %.2f ms (99 of 100)",
                    delays.getValueAtPercentile(50) / 1e6, delays.getValueAtPercentile(99) / 1e6);
        }

        @Override
        public void on() {}

        @Override
        public void off() {}

        @Override
        public boolean isLost() {
            return false;
        }

        @Override
        public void connected(boolean now) {}

        @Override
        public void became(Standing now) {
            standing = now;
        }

        @Override
        public void close() {
            ended = true;
            keeper.close();
            log.close();
            threads.shutdown();
            redis.close();
        }
    }
}
