package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.broadcast.BroadcastListener;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.cluster.FeedLogLimits;
import org.tickcast.cluster.NodeId;
import org.tickcast.cluster.redis.Redis;
import org.tickcast.cluster.redis.RedisFeedLog;
import org.tickcast.cluster.redis.RedisLimits;
import org.tickcast.feed.FeedStatusListener;
import org.tickcast.feed.FeedSupervisor;
import org.tickcast.feed.SimulatedFeed;
import org.tickcast.feed.SimulatedMarket;
import org.tickcast.feed.SupervisionLimits;
import org.tickcast.feed.log.Standing;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.Watchlist;
import org.tickcast.testing.RealRedis;
import org.tickcast.wire.WireCodec;

/** Two gateways' feeds over one Redis, each with threads of its own and a simulated market of its own. */
class SharedFeedTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final Duration TOO_LONG = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RealRedis server = new RealRedis();
    private final Redis redis = new Redis(server.address(), RedisLimits.DEFAULTS, CLOCK);
    private final List<Gateway> both = List.of(new Gateway("a"), new Gateway("b"));

    SharedFeedTest() throws IOException {}

    @AfterEach
    void all_is_closed() {
        both.forEach(gateway -> gateway.feed.close());
        redis.close();
        server.close();
        threads.shutdownNow();
    }

    @Test
    void one_feed_is_everybodys_and_another_takes_over_when_it_is_stopped() {
        both.forEach(gateway -> gateway.feed.start(gateway.feed.sink()));
        until(() -> both.stream().anyMatch(gateway -> gateway.is(Standing.WRITING))
                && both.stream().anyMatch(gateway -> gateway.is(Standing.FOLLOWING))
                && both.stream().allMatch(gateway -> gateway.board.version() > 50));
        Gateway writer = both.stream()
                .filter(gateway -> gateway.is(Standing.WRITING))
                .findFirst()
                .orElseThrow();
        Gateway other = both.get(1 - both.indexOf(writer));
        assertThat(other.board.epoch()).isEqualTo(writer.board.epoch());

        writer.feed.close();
        long version = other.board.version();

        until(() -> other.is(Standing.WRITING) && other.board.version() > version + 50);
        assertThat(other.board.epoch()).isEqualTo(writer.board.epoch());
    }

    private void until(BooleanSupplier reached) {
        Instant started = Instant.now();
        while (!reached.getAsBoolean()) {
            assertThat(Duration.between(started, Instant.now()))
                    .as("Waited for too long")
                    .isLessThan(TOO_LONG);
            both.forEach(Gateway::tick);
        }
    }

    private final class Gateway {

        private final MarketBoard board;
        private final SharedFeed feed;

        Gateway(String name) {
            board = new MarketBoard(name, Watchlist.vn30(), new BoardLimits(60, Duration.ofMinutes(1)));
            Broadcaster broadcaster = new Broadcaster(
                    board, new WireCodec(), BroadcastLimits.every(INTERVAL), CLOCK, BroadcastListener.NONE);
            ThreadMetronome metronome = new ThreadMetronome(threads);
            FeedSupervisor supervisor = new FeedSupervisor(
                    new SimulatedFeed(new SimulatedMarket(1, CLOCK.instant()), CLOCK, metronome),
                    new SupervisionLimits(Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofSeconds(2)),
                    () -> true,
                    CLOCK,
                    metronome,
                    new Random(1),
                    FeedStatusListener.NONE);
            feed = new SharedFeed(
                    new NodeId(name),
                    supervisor,
                    new RedisFeedLog(redis, FeedLogLimits.DEFAULTS),
                    board,
                    broadcaster,
                    INTERVAL,
                    100_000,
                    CLOCK,
                    threads);
        }

        void tick() {
            feed.inflow().drainTo(board::apply);
        }

        boolean is(Standing standing) {
            return feed.standing() == standing;
        }
    }
}
