package org.tickcast.broadcast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketBoard;
import org.tickcast.wire.Channel;
import org.tickcast.wire.WireCodec;

/**
 * The readers of a channel that shows a picture, and the frame they were last given.
 *
 * <p>The channel speaks at the first change after a silence, and then at most once per interval, the last change always
 * included. A newcomer is given the present at once. While nobody reads, no snapshot is written.
 *
 * <p>A change of the feed's status goes to everybody at once, whatever the interval; a newcomer is told only while the
 * feed is away, and after the snapshot, which it makes doubtful.
 *
 * <p>Threads: belongs to the tick.
 */
final class PictureAudience implements PlainAudience {

    private static final long NOTHING = -1;

    private final Channel channel;
    private final MarketBoard board;
    private final WireCodec codec;
    private final long intervalNanos;
    private final BroadcastListener listener;

    private final Set<Subscriber> readers = new LinkedHashSet<>();
    private final List<Subscriber> newcomers = new ArrayList<>();
    /** The newest frame, and the version that it was last found to show. */
    private @Nullable Frame newest;

    private long writtenVersion = NOTHING;
    /** The frame that everybody was last given, which a newcomer may be ahead of. */
    private @Nullable Frame spokenFrame;

    private long spokenVersion = NOTHING;
    private long silentUntilNanos;
    /** What was last said of the feed; none while nothing was ever wrong with it. */
    private @Nullable Frame status;

    private boolean feedConnected = true;
    private long statusChanges;
    /** By how much frames are numbered ahead of the board, so that their numbers grow when the board's do not. */
    private long ahead;

    PictureAudience(
            Channel channel, MarketBoard board, WireCodec codec, BroadcastLimits limits, BroadcastListener listener) {
        this.channel = channel;
        this.board = board;
        this.codec = codec;
        this.intervalNanos = limits.interval().toNanos();
        this.listener = listener;
    }

    @Override
    public void join(Subscriber reader) {
        newcomers.add(reader);
    }

    @Override
    public void leave(Subscriber reader) {
        newcomers.remove(reader);
        readers.remove(reader);
    }

    @Override
    public void feedConnected(boolean connected) {
        feedConnected = connected;
        Frame changed = new Frame(channel, Frame.Kind.STATUS, ++statusChanges, codec.status(connected));
        status = changed;
        hand(changed, readers);
    }

    @Override
    public void tick(long nowNanos) {
        if (!newcomers.isEmpty()) {
            welcomeNewcomers(nowNanos);
        }
        if (!readers.isEmpty() && hasNews() && maySpeak(nowNanos)) {
            Frame frame = present();
            if (frame != spokenFrame) {
                hand(frame, readers);
            }
            spoken(frame, nowNanos);
        }
    }

    /** The board has become another, whose versions say nothing about those before. */
    void startOver() {
        Frame known = newest;
        if (known != null) {
            ahead = Math.max(0, known.version() + 1 - channel.versionOn(board));
        }
        newest = null;
        writtenVersion = NOTHING;
        spokenVersion = NOTHING;
    }

    private void welcomeNewcomers(long nowNanos) {
        Frame frame = present();
        hand(frame, newcomers);
        if (status != null && !feedConnected) {
            hand(status, newcomers);
        }
        if (readers.isEmpty()) {
            spoken(frame, nowNanos);
        }
        readers.addAll(newcomers);
        newcomers.clear();
    }

    private boolean hasNews() {
        return channel.versionOn(board) != spokenVersion;
    }

    private boolean maySpeak(long nowNanos) {
        // The clock may run past Long.MAX_VALUE, so only its differences say anything.
        return nowNanos - silentUntilNanos >= 0;
    }

    /** Everybody has this frame now, and there was nothing newer to have. */
    private void spoken(Frame frame, long nowNanos) {
        spokenFrame = frame;
        spokenVersion = writtenVersion;
        silentUntilNanos = nowNanos + intervalNanos;
    }

    private void hand(Frame frame, Collection<Subscriber> audience) {
        for (Subscriber reader : audience) {
            reader.deliver(frame);
        }
        listener.handed(channel, audience.size());
    }

    /**
     * The frame of the board as it is, written only if the channel has changed since the last one. A change that does
     * not show, such as a report of what was known already, leaves the old frame in force, and nobody gets it twice.
     */
    private Frame present() {
        Frame known = newest;
        long version = channel.versionOn(board);
        if (known != null && version == writtenVersion) {
            return known;
        }
        String text = codec.snapshot(channel, board);
        writtenVersion = version;
        if (known != null && known.text().equals(text)) {
            return known;
        }
        Frame written = new Frame(channel, version + ahead, text);
        newest = written;
        listener.encoded(written);
        return written;
    }
}
