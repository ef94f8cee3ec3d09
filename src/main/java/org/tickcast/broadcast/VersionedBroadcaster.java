package org.tickcast.broadcast;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.alert.Alert;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Since;
import org.tickcast.wire.WireCodec;

/**
 * Takes every reader that speaks {@code tickcast.v1} from the picture it has to the newest, and tells it what else there
 * is to tell.
 *
 * <p>Threads: any thread may let a reader join or say that the feed is away or that it is over; the tick does the work.
 */
public final class VersionedBroadcaster {

    private final Map<Channel, SeatedAudience> audiences = new EnumMap<>(Channel.class);
    private final VersionedAlerts alerts;
    private volatile boolean feedConnected = true;
    private volatile @Nullable Goodbye goodbye;
    /** What everybody was last told; belongs to the tick. */
    private boolean toldConnected = true;

    private boolean toldGoodbye;

    /** @param clock tells the time that frames show */
    public VersionedBroadcaster(MarketBoard board, WireCodec codec, VersionedLimits limits, InstantSource clock) {
        for (Channel channel : Channel.PICTURES) {
            audiences.put(channel, new VersionedAudience(channel, board, limits, clock));
        }
        alerts = new VersionedAlerts(board.epoch(), codec, limits, clock);
        audiences.put(Channel.ALERTS, alerts);
    }

    /** From the next tick on the reader gets frames, a greeting first. @param since what it has from an earlier visit */
    public Seat join(Channel channel, Reader reader, Since since) {
        SeatedAudience audience = audiences.get(channel);
        if (audience == null) {
            throw new IllegalStateException("No audience for " + channel);
        }
        return audience.join(reader, since);
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

    /** With the next tick everybody is told that it is over, and is given nothing any more. */
    public void sayBye(CloseCode reason, @Nullable Duration retryAfter) {
        goodbye = new Goodbye(reason, retryAfter);
    }

    /**
     * Sends whatever is due. The board must not change meanwhile: both belong to the tick. A channel that fails does so
     * alone; its failure is thrown when the others have had their turn.
     */
    public void tick(long nowNanos) {
        tellOfTheFeed();
        tellOfTheEnd();
        RuntimeException failure = null;
        for (SeatedAudience audience : audiences.values()) {
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

    private void tellOfTheEnd() {
        Goodbye words = goodbye;
        if (words != null && !toldGoodbye) {
            toldGoodbye = true;
            audiences.values().forEach(audience -> audience.sayBye(words.reason(), words.retryAfter()));
        }
    }

    private record Goodbye(CloseCode reason, @Nullable Duration retryAfter) {}
}
