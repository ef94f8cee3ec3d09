package org.tickcast.feed.log;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.broadcast.BroadcastListener;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.cluster.NodeId;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.MarketBoard;
import org.tickcast.testing.SampleMarket;
import org.tickcast.wire.Channel;
import org.tickcast.wire.WireCodec;

/** The core of one gateway: its board, its broadcaster and its keeper, which run when the test says so. */
final class MarketNode implements FeedSwitch, KeeperListener {

    final String name;
    final CutLog<?> way;
    final MarketBoard board;
    final Broadcaster broadcaster;
    final FeedKeeper keeper;
    final List<NodeClient> clients = new ArrayList<>();

    private final SharedMarket market;
    private final LongSupplier nanoClock;
    private boolean on;
    private boolean lost;
    private boolean connected = true;
    private boolean paused;

    MarketNode(String name, CutLog<?> way, KeeperLimits limits, InstantSource clock, LongSupplier nanoClock) {
        this.name = name;
        this.way = way;
        this.nanoClock = nanoClock;
        this.board = new MarketBoard(
                "the-life-of-" + name, SampleMarket.watchlist(), new BoardLimits(4, Duration.ofSeconds(2)));
        this.broadcaster = new Broadcaster(
                board, new WireCodec(), BroadcastLimits.every(Duration.ZERO), clock, BroadcastListener.NONE);
        this.keeper = new FeedKeeper(new NodeId(name), way, way, limits, this, this, clock, nanoClock, Runnable::run);
        this.market = keeper.market(board, broadcaster);
    }

    NodeClient join(Channel channel, @Nullable String since) {
        NodeClient client = new NodeClient(this, channel, since);
        clients.add(client);
        return client;
    }

    void pause(boolean now) {
        paused = now;
    }

    boolean isPaused() {
        return paused;
    }

    void run() {
        if (!paused) {
            keeper.step();
            market.drainTo(board::apply);
            broadcaster.feedConnected(connected);
            broadcaster.tick(nanoClock.getAsLong());
            clients.forEach(NodeClient::readAll);
        }
    }

    boolean isFed() {
        return on && !paused;
    }

    void loseFeed(boolean now) {
        lost = now;
    }

    boolean isConnected() {
        return connected;
    }

    @Override
    public void on() {
        on = true;
    }

    @Override
    public void off() {
        on = false;
    }

    @Override
    public boolean isLost() {
        return lost;
    }

    @Override
    public void connected(boolean now) {
        connected = now;
    }

    @Override
    public void became(Standing standing) {}
}
