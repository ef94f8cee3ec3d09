package org.tickcast.broadcast;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.VersionedFrame.Kind;
import org.tickcast.market.alert.Alert;
import org.tickcast.wire.Channel;
import org.tickcast.wire.FullStart;
import org.tickcast.wire.Since;
import org.tickcast.wire.VersionedProtocol;
import org.tickcast.wire.WireCodec;

/**
 * The readers of alerts. Each alert has a number, and the number of the newest is the channel's version: so a client
 * knows what it has missed, and asks for it elsewhere.
 *
 * <p>Threads: belongs to the tick.
 */
final class VersionedAlerts extends SeatedAudience {

    private final String epoch;
    private final WireCodec codec;
    private final Duration heartbeat;
    /** What was raised since the last tick, and so no more than one tick can raise. */
    private final List<Alert> untold = new ArrayList<>();

    private long newest;

    VersionedAlerts(
            String epoch, WireCodec codec, BroadcastLimits limits, InstantSource clock, BroadcastListener listener) {
        super(Channel.ALERTS, clock, limits.heartbeat(), listener);
        this.epoch = epoch;
        this.codec = codec;
        this.heartbeat = limits.heartbeat();
    }

    void raised(Alert alert) {
        untold.add(alert);
    }

    @Override
    void welcome(Seat seat, long nowNanos) {
        FullStart missed = missed(seat.since());
        boolean resumed = missed == null && !(seat.since() instanceof Since.Nothing);
        String hello =
                VersionedProtocol.hello(clock().instant(), Channel.ALERTS, epoch, newest, heartbeat, resumed, missed);
        tell(seat, new VersionedFrame(Kind.HELLO, newest, hello));
    }

    @Override
    void heard(Seat seat) {
        // There is no picture to wish for, and a beat that was refused is not worth another.
    }

    @Override
    void left(Seat seat) {
        // Nothing is kept of it.
    }

    @Override
    void speak(long nowNanos) {
        untold.forEach(this::tell);
        untold.clear();
    }

    @Override
    void beat(long nowNanos) {
        VersionedFrame beat =
                new VersionedFrame(Kind.BEAT, newest, VersionedProtocol.beat(clock().instant(), newest, null));
        for (Seat seat : seats()) {
            if (seat.handBeat(beat)) {
                countHanded();
            }
        }
    }

    private void tell(Alert alert) {
        newest++;
        if (!seats().isEmpty()) {
            String text = VersionedProtocol.alert(clock().instant(), newest, codec.alert(alert));
            VersionedFrame frame = new VersionedFrame(Kind.ALERT, newest, text);
            seats().forEach(seat -> tell(seat, frame));
        }
    }

    /** Why a client that comes back has missed alerts; null when it has not. */
    private @Nullable FullStart missed(Since since) {
        if (since instanceof Since.Seen seen) {
            if (!seen.epoch().equals(epoch)) {
                return FullStart.EPOCH;
            }
            if (seen.version() > newest) {
                return FullStart.MALFORMED;
            }
            return seen.version() < newest ? FullStart.TOO_OLD : null;
        }
        return since instanceof Since.Malformed ? FullStart.MALFORMED : null;
    }
}
