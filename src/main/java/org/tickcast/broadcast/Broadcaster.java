package org.tickcast.broadcast;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.alert.Alert;
import org.tickcast.wire.Channel;
import org.tickcast.wire.Since;
import org.tickcast.wire.WireCodec;

/**
 * Gives every reader of every channel what is due to it: the newest whole frame, or, to those who speak
 * {@code tickcast.v1}, the step from the picture that they have to the newest.
 *
 * <p>Threads: any thread may let a reader join or leave, which only leaves a note; the tick reads the notes and does
 * the work. The notes need no bound of their own: there are at most two for each connection, and connections are
 * limited where they are admitted. Whether the feed is connected needs none either: only the newest answer counts.
 */
public final class Broadcaster {

    private final Map<Channel, PlainAudience> plain = new EnumMap<>(Channel.class);
    private final Map<Channel, SeatedAudience> versioned = new EnumMap<>(Channel.class);
    private final List<Audience> audiences = new ArrayList<>();
    private final BroadcastListener listener;
    private final AlertAudience alerts;
    private final VersionedAlerts versionedAlerts;
    private final Queue<Runnable> comingsAndGoings = new ConcurrentLinkedQueue<>();
    private volatile boolean feedConnected = true;
    /** What everybody was last told; belongs to the tick. */
    private boolean toldConnected = true;

    /** @param clock tells the time that versioned frames show */
    public Broadcaster(
            MarketBoard board,
            WireCodec codec,
            BroadcastLimits limits,
            InstantSource clock,
            BroadcastListener listener) {
        this.listener = listener;
        for (Channel channel : Channel.PICTURES) {
            plain.put(channel, new PictureAudience(channel, board, codec, limits, listener));
            versioned.put(channel, new VersionedAudience(channel, board, limits, clock, listener));
        }
        alerts = new AlertAudience(codec, listener);
        plain.put(Channel.ALERTS, alerts);
        versionedAlerts = new VersionedAlerts(board.epoch(), codec, limits, clock, listener);
        versioned.put(Channel.ALERTS, versionedAlerts);
        audiences.addAll(plain.values());
        audiences.addAll(versioned.values());
    }

    /** Where whole frames wait for one reader. */
    public Mailbox mailbox() {
        return new Mailbox(listener);
    }

    /** From the next tick on the reader gets whole frames, the present one first. */
    public void join(Channel channel, Subscriber reader) {
        comingsAndGoings.add(() -> audience(plain, channel).join(reader));
    }

    public void leave(Channel channel, Subscriber reader) {
        comingsAndGoings.add(() -> audience(plain, channel).leave(reader));
    }

    /**
     * A seat for a reader of versioned frames. From the tick after it has taken its seat it gets them, a greeting first.
     *
     * @param since what it has from an earlier visit
     */
    public Seat reserve(Channel channel, Reader reader, Since since) {
        return audience(versioned, channel).reserve(reader, since);
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
        versionedAlerts.raised(alert);
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
        for (Audience audience : audiences) {
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
            audiences.forEach(audience -> audience.feedConnected(connected));
        }
    }

    private static <A> A audience(Map<Channel, A> audiences, Channel channel) {
        @Nullable A audience = audiences.get(channel);
        if (audience == null) {
            throw new IllegalStateException("No audience for " + channel);
        }
        return audience;
    }
}
