package org.tickcast.broadcast;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
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
import org.tickcast.wire.Picture;
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
    private final Map<Channel, VersionedAudience> pictures = new EnumMap<>(Channel.class);
    private final List<PictureAudience> plainPictures = new ArrayList<>();
    private final List<Audience> audiences = new ArrayList<>();
    private final MarketBoard board;
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
        this.board = board;
        this.listener = listener;
        for (Channel channel : Channel.PICTURES) {
            plainPictures.add(new PictureAudience(channel, board, codec, limits, listener));
            plain.put(channel, plainPictures.get(plainPictures.size() - 1));
            pictures.put(channel, new VersionedAudience(channel, board, limits, clock, listener));
        }
        versioned.putAll(pictures);
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
     * From now on versioned pictures are published by {@link #publish} alone: so that several nodes, each with a board that
     * sees the same events, publish the same ones. To be called by the tick or before it begins.
     */
    public void beLed() {
        pictures.values().forEach(VersionedAudience::beLed);
    }

    /** Makes what the board shows now a picture of each channel on which it is new. To be called by the tick. */
    public void publish() {
        pictures.values().forEach(VersionedAudience::publishNow);
    }

    /** The version of the newest picture of this channel. To be asked by the tick. */
    public long version(Channel channel) {
        return audience(pictures, channel).version();
    }

    /** The same for any thread, which may be told of a moment ago; null on a channel without pictures. */
    public @Nullable Long published(Channel channel) {
        @Nullable VersionedAudience audience = pictures.get(channel);
        return audience == null ? null : audience.published();
    }

    /** Writes down which pictures were published last. To be called by the tick, when the board shows them. */
    public void save(DataOutput out) throws IOException {
        for (VersionedAudience audience : pictures.values()) {
            out.writeLong(audience.version());
        }
    }

    /** The board has become another, of which these pictures were published last. To be called by the tick. */
    public void load(DataInput in) throws IOException {
        Map<Channel, Long> versions = new EnumMap<>(Channel.class);
        for (Channel channel : pictures.keySet()) {
            versions.put(channel, in.readLong());
        }
        versions.forEach(this::startOver);
        plainPictures.forEach(PictureAudience::startOver);
    }

    /** The board leads another life. To be called by the tick. */
    public void beginEpoch() {
        publish();
        pictures.forEach((channel, audience) -> startOver(channel, audience.version()));
    }

    private void startOver(Channel channel, long version) {
        audience(pictures, channel).startOver(Picture.of(channel, board, version));
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
