package org.tickcast.broadcast;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.alert.Alert;
import org.tickcast.wire.Channel;
import org.tickcast.wire.WireCodec;

/**
 * The readers of alerts. Each alert is told at once, to whoever is there; who comes later asks for the earlier ones.
 * While nobody listens, none is written.
 *
 * <p>Threads: belongs to the tick.
 */
final class AlertAudience implements PlainAudience {

    private final WireCodec codec;
    private final BroadcastListener listener;
    private final Set<Subscriber> readers = new LinkedHashSet<>();
    /** What was raised since the last tick, and so no more than one tick can raise. */
    private final List<Alert> untold = new ArrayList<>();

    private long told;
    private long statusChanges;
    /** What newcomers have to know of the feed; none while it is connected. */
    private @Nullable Frame away;

    AlertAudience(WireCodec codec, BroadcastListener listener) {
        this.codec = codec;
        this.listener = listener;
    }

    @Override
    public void join(Subscriber reader) {
        readers.add(reader);
        if (away != null) {
            reader.deliver(away);
            listener.handed(Channel.ALERTS, 1);
        }
    }

    @Override
    public void leave(Subscriber reader) {
        readers.remove(reader);
    }

    @Override
    public void feedConnected(boolean connected) {
        Frame status = new Frame(Channel.ALERTS, Frame.Kind.STATUS, ++statusChanges, codec.status(connected));
        away = connected ? null : status;
        handToAll(status);
    }

    void raised(Alert alert) {
        untold.add(alert);
    }

    @Override
    public void tick(long nowNanos) {
        if (!readers.isEmpty()) {
            untold.forEach(this::tell);
        }
        untold.clear();
    }

    private void tell(Alert alert) {
        Frame frame = new Frame(Channel.ALERTS, Frame.Kind.ALERT, ++told, codec.alert(alert));
        handToAll(frame);
    }

    private void handToAll(Frame frame) {
        readers.forEach(reader -> reader.deliver(frame));
        listener.handed(Channel.ALERTS, readers.size());
    }
}
