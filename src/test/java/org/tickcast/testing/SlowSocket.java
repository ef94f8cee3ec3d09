package org.tickcast.testing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.broadcast.Outbox;
import org.tickcast.broadcast.Seat;
import org.tickcast.broadcast.VersionedFrame;
import org.tickcast.wire.Channel;
import org.tickcast.wire.Since;
import org.tickcast.wire.VersionedCommand;

/** One client's socket, on which a frame is on its way until the test lets it arrive. */
public final class SlowSocket {

    private final Outbox outbox = new Outbox(this::fly, this::freed);
    private final List<VersionedFrame> arrived = new ArrayList<>();
    private final Seat seat;
    private @Nullable VersionedFrame flying;

    public SlowSocket(Broadcaster broadcaster, Channel channel, @Nullable String since) {
        seat = broadcaster.reserve(channel, outbox, Since.parse(since));
        seat.take();
    }

    /** Returns the frame that has arrived; null when none was on its way. */
    public @Nullable VersionedFrame letArrive() {
        VersionedFrame frame = flying;
        if (frame != null) {
            flying = null;
            arrived.add(frame);
            outbox.sent();
        }
        return frame;
    }

    public void letAllArrive() {
        while (letArrive() != null) {}
    }

    public void says(String command) {
        seat.hear(VersionedCommand.read(command));
    }

    public void close() {
        seat.leave();
    }

    public boolean isBusy() {
        return flying != null;
    }

    public Outbox outbox() {
        return outbox;
    }

    public List<VersionedFrame> arrived() {
        return List.copyOf(arrived);
    }

    public List<VersionedFrame.Kind> kinds() {
        return arrived.stream().map(VersionedFrame::kind).toList();
    }

    private void fly(VersionedFrame frame) {
        if (flying != null) {
            throw new IllegalStateException("Two frames on their way at once");
        }
        flying = frame;
    }

    private void freed() {
        seat.freed();
    }
}
