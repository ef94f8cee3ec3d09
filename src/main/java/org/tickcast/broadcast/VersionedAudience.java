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
 * <p>A channel that is led, because several nodes have to publish the same pictures, publishes when it is told to. Its
 * newcomers may have a picture that this node is just about to publish: they are given a moment.
 *
 * <p>Threads: belongs to the tick.
 */
final class VersionedAudience extends SeatedAudience {

    /** How long a node that follows others may be behind what a client has seen there. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final MarketBoard board;
    private final BroadcastLimits limits;
    private final Duration heartbeat;
    private final long intervalNanos;
    private final long catchUpNanos;
    private final long resyncGapNanos;

    /** Who lacks something and is not known to be busy. */
    private final Set<Seat> late = new LinkedHashSet<>();

    private Picture picture;
    /** Its version, for whoever is not the tick. */
    private volatile long published;

    private FrameCache frames;
    private boolean led;
    private boolean isUnsaid;
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
        this.limits = limits;
        this.picture = new Picture(channel);
        this.frames = framesOf(picture);
        this.heartbeat = limits.heartbeat();
        this.intervalNanos = limits.interval().toNanos();
        this.catchUpNanos = limits.catchUp().toNanos();
        this.resyncGapNanos = limits.resyncGap().toNanos();
    }

    /** From now on the channel publishes only when it is told to. */
    void beLed() {
        led = true;
        publishNow();
    }

    /** There is a picture, for readers who come later too. They are told with the next tick. */
    void publishNow() {
        if (picture.isBehind(board) && publish()) {
            isUnsaid = true;
        }
    }

    /** The version of the newest picture. */
    long version() {
        return picture.version();
    }

    /** The same for any thread; it may be a moment old. */
    long published() {
        return published;
    }

    /** The board leads another life, or has become another: whoever has a picture of before starts over. */
    void startOver(Picture now) {
        picture = now;
        published = now.version();
        frames = framesOf(now);
        frames.published(clock().instant());
        publications++;
        isUnsaid = true;
        seats().forEach(Seat::forget);
    }

    private FrameCache framesOf(Picture of) {
        return new FrameCache(channel(), of, board.epoch(), limits.mostFrames());
    }

    @Override
    boolean isReadyFor(Seat seat, long nowNanos) {
        return !led || !mayBeAhead(seat.since()) || seat.hasWaited(nowNanos, PATIENCE.toNanos());
    }

    /** Whether another node may have shown it what we have yet to hear of. */
    private boolean mayBeAhead(Since since) {
        return since instanceof Since.Seen seen
                && (!seen.epoch().equals(board.epoch()) || seen.version() > picture.version());
    }

    @Override
    void welcome(Seat seat, long nowNanos) {
        if (!led && seats().isEmpty() && picture.isBehind(board)) {
            beSilentFrom(nowNanos);
            publish(); // While nobody was there, nothing was.
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
        if (led ? isUnsaid : hasNews(nowNanos)) {
            isUnsaid = false;
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

    private boolean hasNews(long nowNanos) {
        if (seats().isEmpty() || !picture.isBehind(board) || !maySpeak(nowNanos)) {
            return false;
        }
        beSilentFrom(nowNanos);
        return publish();
    }

    private void beSilentFrom(long nowNanos) {
        hasPublished = true;
        silentUntilNanos = nowNanos + intervalNanos;
    }

    /** Looks at the board; returns whether there is a new picture. */
    private boolean publish() {
        if (!picture.lookAt(board)) {
            return false;
        }
        published = picture.version();
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
            seat.hasSkipped(over);
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
                && seen.version() >= picture.oldest()
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
        if (seat.since() instanceof Since.Seen seen) {
            boolean otherEpoch = !seen.epoch().equals(board.epoch());
            return otherEpoch
                    ? FullStart.EPOCH
                    : seen.version() < picture.oldest() ? FullStart.TOO_OLD : FullStart.MALFORMED;
        }
        return FullStart.MALFORMED;
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
