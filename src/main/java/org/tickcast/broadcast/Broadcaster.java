package org.tickcast.broadcast;

import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.alert.Alert;
import org.tickcast.wire.Channel;
import org.tickcast.wire.WireCodec;

/**
 * Gives every reader of every channel the newest frame when it is due.
 *
 * <p>Threads: any thread may let a reader join or leave, which only leaves a note; the tick reads the notes and does
 * the work. The notes need no bound of their own: there are at most two for each connection, and connections are
 * limited where they are admitted. Whether the feed is connected needs none either: only the newest answer counts.
 */
public final class Broadcaster {

    private final Map<Channel, Audience> audiences = new EnumMap<>(Channel.class);
    private final AlertAudience alerts;
    private final Queue<Runnable> comingsAndGoings = new ConcurrentLinkedQueue<>();
    private volatile boolean feedConnected = true;
    /** What everybody was last told; belongs to the tick. */
    private boolean toldConnected = true;

    public Broadcaster(MarketBoard board, WireCodec codec, BroadcastLimits limits, BroadcastListener listener) {
        for (Channel channel : Channel.PICTURES) {
            audiences.put(channel, new PictureAudience(channel, board, codec, limits, listener));
        }
        alerts = new AlertAudience(codec);
        audiences.put(Channel.ALERTS, alerts);
    }

    /** From the next tick on the reader gets frames, the present one first. */
    public void join(Channel channel, Subscriber reader) {
        comingsAndGoings.add(() -> audience(channel).join(reader));
    }

    public void leave(Channel channel, Subscriber reader) {
        comingsAndGoings.add(() -> audience(channel).leave(reader));
    }

    /**
     * Says whether the market still reaches us. From the next tick on every reader of every channel knows, and so does
     * each newcomer while it does not. Two changes between two ticks are none.
     */
    public void feedConnected(boolean connected) {
        feedConnected = connected;
    }

    /** Has everybody who listens to alerts told of this one, with the next tick. To be called by the tick. */
    public void raised(Alert alert) {
        alerts.raised(alert);
    }

    /**
     * Sends whatever is due. The board must not change meanwhile: both belong to the tick. A channel that fails does so
     * alone; its failure is thrown when the others have had their turn.
     */
    public void tick(long nowNanos) {
        for (Runnable move = comingsAndGoings.poll(); move != null; move = comingsAndGoings.poll()) {
            move.run();
        }
        tellOfTheFeed();
        RuntimeException failure = null;
        for (Audience audience : audiences.values()) {
            try {
                audience.tick(nowNanos);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void tellOfTheFeed() {
        boolean connected = feedConnected;
        if (connected != toldConnected) {
            toldConnected = connected;
            audiences.values().forEach(audience -> audience.feedConnected(connected));
        }
    }

    private Audience audience(Channel channel) {
        Audience audience = audiences.get(channel);
        if (audience == null) {
            throw new IllegalStateException("No audience for " + channel);
        }
        return audience;
    }
}
