package org.tickcast.broadcast;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.VersionedFrame.Kind;
import org.tickcast.market.MarketBoard;
import org.tickcast.wire.Channel;
import org.tickcast.wire.FullStart;
import org.tickcast.wire.Picture;
import org.tickcast.wire.Since;
import org.tickcast.wire.VersionedProtocol;

/**
 * The readers of a channel that shows a picture, and how far each of them is.
 *
 * <p>The channel publishes a picture at the first change after a silence, and then at most once per interval, the last
 * change always included. Each reader moves from the picture that it has to the newest that was published, in one step,
 * when it is free and wants one: for most that is at once, with the step that all others take. Who is busy has nothing
 * kept for it; it says when it is free, and takes one step from where it is. Newcomers too are given the picture that
 * the others have, so that from then on they share their steps.
 *
 * <p>Threads: belongs to the tick.
 */
final class VersionedAudience extends SeatedAudience {

    private final MarketBoard board;
    private final Picture picture;
    private final FrameCache frames;
    private final Duration heartbeat;
    private final long intervalNanos;
    private final long catchUpNanos;
    private final long resyncGapNanos;

    /** Who lacks something and is not known to be busy. */
    private final Set<Seat> late = new LinkedHashSet<>();

    private long publications;
    /** By all readers together, since the listener was last told. */
    private long skipped;

    private boolean hasPublished;
    private long silentUntilNanos;
    private boolean hasCaughtUp;
    private long nextCatchUpNanos;

    VersionedAudience(
            Channel channel,
            MarketBoard board,
            BroadcastLimits limits,
            InstantSource clock,
            BroadcastListener listener) {
        super(channel, clock, limits.heartbeat(), listener);
        this.board = board;
        this.picture = new Picture(channel);
        this.frames = new FrameCache(channel, picture, board.epoch(), limits.mostFrames());
        this.heartbeat = limits.heartbeat();
        this.intervalNanos = limits.interval().toNanos();
        this.catchUpNanos = limits.catchUp().toNanos();
        this.resyncGapNanos = limits.resyncGap().toNanos();
    }

    @Override
    void welcome(Seat seat, long nowNanos) {
        if (seats().isEmpty() && picture.isBehind(board)) {
            publish(nowNanos); // While nobody was there, nothing was.
        }
        VersionedFrame first = firstFrame(seat);
        FullStart fullStart = fullStart(seat, first);
        boolean resumed = seat.base() != Seat.NOTHING && fullStart == null;
        tell(seat, hello(resumed, fullStart));
        if (first != null && seat.hand(first, publications, nowNanos)) {
            countHanded();
        }
    }

    @Override
    void heard(Seat seat) {
        late.add(seat);
    }

    @Override
    void left(Seat seat) {
        late.remove(seat);
    }

    @Override
    void speak(long nowNanos) {
        if (!seats().isEmpty() && picture.isBehind(board) && maySpeak(nowNanos) && publish(nowNanos)) {
            seats().forEach(seat -> serve(seat, nowNanos));
        }
        if (!late.isEmpty() && mayCatchUp(nowNanos)) {
            hasCaughtUp = true;
            nextCatchUpNanos = nowNanos + catchUpNanos;
            List.copyOf(late).forEach(seat -> serve(seat, nowNanos));
        }
        tellOfSteps();
    }

    private void tellOfSteps() {
        if (skipped > 0) {
            listener().skipped(channel(), skipped);
            skipped = 0;
        }
        frames.tellOfSteps(listener());
    }

    @Override
    void beat(long nowNanos) {
        if (seats().isEmpty()) {
            return;
        }
        frames.forgetBeat();
        for (Seat seat : seats()) {
            seat.oweBeat();
            serve(seat, nowNanos);
        }
    }

    /** Looks at the board; returns whether there is a new picture. */
    private boolean publish(long nowNanos) {
        hasPublished = true;
        silentUntilNanos = nowNanos + intervalNanos;
        if (!picture.lookAt(board)) {
            return false;
        }
        publications++;
        frames.published(clock().instant());
        return true;
    }

    private void serve(Seat seat, long nowNanos) {
        late.remove(seat);
        if (seat.isBusy()) {
            return; // It says when it is free.
        }
        if (seat.lacks(picture.version())) {
            if (!seat.isDue(nowNanos, resyncGapNanos)) {
                late.add(seat);
                return;
            }
            step(seat, nowNanos);
        }
        if (seat.isOwedBeat() && !seat.isBusy() && seat.handBeat(frames.beat(clock().instant()))) {
            countHanded();
        }
    }

    private void step(Seat seat, long nowNanos) {
        long over = seat.skipped(publications);
        if (seat.hand(nextFrame(seat), publications, nowNanos)) {
            skipped += over;
            countHanded();
        }
    }

    private VersionedFrame nextFrame(Seat seat) {
        long skipped = seat.skipped(publications);
        return seat.needsSnapshot() ? frames.snapshot(skipped) : frames.from(seat.base(), skipped);
    }

    /** What a newcomer is given behind the greeting; null when it has it all from an earlier visit. */
    private @Nullable VersionedFrame firstFrame(Seat seat) {
        if (seat.since() instanceof Since.Seen seen
                && seen.epoch().equals(board.epoch())
                && seen.version() <= picture.version()) {
            seat.has(seen.version(), publications);
            return seen.version() == picture.version() ? null : frames.from(seen.version(), 0);
        }
        return frames.snapshot(0);
    }

    private @Nullable FullStart fullStart(Seat seat, @Nullable VersionedFrame first) {
        if (seat.since() instanceof Since.Nothing) {
            return null;
        }
        if (seat.base() != Seat.NOTHING) {
            return first != null && first.kind() == Kind.SNAPSHOT ? FullStart.TOO_OLD : null;
        }
        boolean otherEpoch =
                seat.since() instanceof Since.Seen seen && !seen.epoch().equals(board.epoch());
        return otherEpoch ? FullStart.EPOCH : FullStart.MALFORMED;
    }

    private VersionedFrame hello(boolean resumed, @Nullable FullStart fullStart) {
        long version = picture.version();
        String text = VersionedProtocol.hello(
                clock().instant(), channel(), board.epoch(), version, heartbeat, resumed, fullStart);
        return new VersionedFrame(Kind.HELLO, version, text);
    }

    // The clock may run past Long.MAX_VALUE, so only its differences say anything.

    private boolean maySpeak(long nowNanos) {
        return !hasPublished || nowNanos - silentUntilNanos >= 0;
    }

    private boolean mayCatchUp(long nowNanos) {
        return !hasCaughtUp || nowNanos - nextCatchUpNanos >= 0;
    }
}
