package org.tickcast.broadcast;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.VersionedFrame.Kind;
import org.tickcast.wire.Channel;
import org.tickcast.wire.Since;
import org.tickcast.wire.VersionedProtocol;

/**
 * What is the same for everybody who speaks {@code tickcast.v1}: coming and going, the feed's status, and beats.
 *
 * <p>Threads: any thread may let a reader join, which only leaves a note; of each reader one waits at most. All else
 * belongs to the tick.
 */
abstract class SeatedAudience implements Audience {

    private final Channel channel;
    private final InstantSource clock;
    private final BroadcastListener listener;
    private final long heartbeatNanos;
    private final Queue<Seat> notes = new ConcurrentLinkedQueue<>();
    private final Set<Seat> seats = new LinkedHashSet<>();
    /** Who cannot be greeted yet, and is looked at again with the next tick. */
    private final List<Seat> waiting = new ArrayList<>();
    /** What newcomers have to know of the feed; none while it is connected. */
    private @Nullable VersionedFrame away;

    private boolean hasTicked;
    private long nextBeatNanos;

    /** How many frames this tick has handed to readers, which the listener is told at its end. */
    private long handed;

    SeatedAudience(Channel channel, InstantSource clock, Duration heartbeat, BroadcastListener listener) {
        this.channel = channel;
        this.clock = clock;
        this.listener = listener;
        this.heartbeatNanos = heartbeat.toNanos();
    }

    /** Nothing is kept of it before it is taken. */
    final Seat reserve(Reader reader, Since since) {
        return new Seat(reader, since, notes);
    }

    @Override
    public final void feedConnected(boolean connected) {
        VersionedFrame status =
                new VersionedFrame(Kind.STATUS, 0, VersionedProtocol.status(clock.instant(), connected));
        away = connected ? null : status;
        seats.forEach(seat -> tell(seat, status));
    }

    @Override
    public final void tick(long nowNanos) {
        waiting.forEach(Seat::note);
        waiting.clear();
        for (Seat seat = notes.poll(); seat != null; seat = notes.poll()) {
            seat.takeNotes();
            look(seat, nowNanos);
        }
        speak(nowNanos);
        if (!hasTicked) {
            hasTicked = true;
            nextBeatNanos = nowNanos + heartbeatNanos;
        } else if (nowNanos - nextBeatNanos >= 0) {
            nextBeatNanos = nowNanos + heartbeatNanos;
            beat(nowNanos);
        }
        if (handed > 0) {
            listener.handed(channel, handed);
            handed = 0;
        }
    }

    final Channel channel() {
        return channel;
    }

    final BroadcastListener listener() {
        return listener;
    }

    final void tell(Seat seat, VersionedFrame frame) {
        seat.tell(frame);
        handed++;
    }

    /** A frame was handed to a reader that could have refused it. */
    final void countHanded() {
        handed++;
    }

    final Set<Seat> seats() {
        return seats;
    }

    final InstantSource clock() {
        return clock;
    }

    /** Whether it can be greeted now. It is asked again with each tick. */
    boolean isReadyFor(Seat seat, long nowNanos) {
        return true;
    }

    /** Greets a reader that is to have a seat; fails before it has said anything, or not at all. */
    abstract void welcome(Seat seat, long nowNanos);

    /** Its wishes may have changed, or it is free again. */
    abstract void heard(Seat seat);

    abstract void left(Seat seat);

    abstract void speak(long nowNanos);

    abstract void beat(long nowNanos);

    private void look(Seat seat, long nowNanos) {
        if (seat.hasLeft()) {
            if (seats.remove(seat)) {
                left(seat);
            }
        } else if (seats.contains(seat)) {
            heard(seat);
        } else if (isReadyFor(seat, nowNanos)) {
            seat(seat, nowNanos);
        } else {
            waiting.add(seat);
        }
    }

    private void seat(Seat seat, long nowNanos) {
        try {
            welcome(seat, nowNanos);
        } catch (RuntimeException e) {
            seat.note(); // A picture that cannot be shown now may be with the next tick.
            throw e;
        }
        seats.add(seat);
        tellIfAway(seat);
    }

    private void tellIfAway(Seat seat) {
        if (away != null) {
            tell(seat, away);
        }
    }
}
