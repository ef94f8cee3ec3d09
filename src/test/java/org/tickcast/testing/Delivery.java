package org.tickcast.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.broadcast.BroadcastListener;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.wire.CanonicalJson;
import org.tickcast.wire.Channel;
import org.tickcast.wire.WireCodec;

/**
 * A board, a broadcaster of {@code tickcast.v1}, its clients and the time, all in one thread. It remembers each picture
 * that could be published as the plain channel shows it, so that clients can be held to it.
 */
public final class Delivery {

    private static final WireCodec CODEC = new WireCodec();
    private static final BoardLimits SHORT_LINES = new BoardLimits(4, Duration.ofSeconds(2));

    private final MarketBoard board = SampleMarket.board(SHORT_LINES);
    private final SettableClock clock = new SettableClock(SampleMarket.TEN);
    private final Broadcaster broadcaster;
    private final List<DeliveredClient> clients = new ArrayList<>();
    private final Map<Channel, Map<Long, String>> published = new EnumMap<>(Channel.class);
    private long nowNanos;

    public Delivery(long startNanos, BroadcastLimits limits) {
        nowNanos = startNanos;
        broadcaster = new Broadcaster(board, CODEC, limits, clock, BroadcastListener.NONE);
        Channel.PICTURES.forEach(channel -> published.put(channel, new HashMap<>()));
    }

    public DeliveredClient join(Channel channel) {
        DeliveredClient client = new DeliveredClient(this, channel);
        clients.add(client);
        return client;
    }

    public void happens(MarketEvent event) {
        board.apply(event);
    }

    public void tickAfter(Duration time) {
        nowNanos += time.toNanos();
        clock.advance(time);
        broadcaster.tick(nowNanos);
        published.forEach(
                (channel, pictures) -> pictures.computeIfAbsent(channel.versionOn(board), unknown -> present(channel)));
    }

    /** Lets everybody read everything until nothing more comes, and a beat besides. */
    public void comeToRest(Duration tick, Duration atLeast) {
        for (Duration left = atLeast; !left.isNegative(); left = left.minus(tick)) {
            tickAfter(tick);
            letAllRead();
        }
    }

    public void letAllRead() {
        for (DeliveredClient client : clients) {
            while (client.reads()) {}
        }
    }

    public Broadcaster broadcaster() {
        return broadcaster;
    }

    public Instant now() {
        return clock.instant();
    }

    public MarketBoard board() {
        return board;
    }

    public List<DeliveredClient> clients() {
        return clients;
    }

    /** What the plain channel shows now. */
    public String present(Channel channel) {
        return CanonicalJson.write(PlainJson.withoutNulls(PlainJson.object(CODEC.snapshot(channel, board))));
    }

    String published(Channel channel, long version) {
        String picture = published.getOrDefault(channel, Map.of()).get(version);
        if (picture == null) {
            throw new IllegalStateException("No version " + version + " of " + channel + " was ever there to be sent");
        }
        return picture;
    }
}
