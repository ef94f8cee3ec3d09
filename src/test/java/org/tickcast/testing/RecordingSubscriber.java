package org.tickcast.testing;

import java.util.ArrayList;
import java.util.List;
import org.tickcast.broadcast.Frame;
import org.tickcast.broadcast.Subscriber;

/** Keeps every frame it is given. */
public final class RecordingSubscriber implements Subscriber {

    private final List<Frame> frames = new ArrayList<>();

    @Override
    public void deliver(Frame frame) {
        frames.add(frame);
    }

    public List<Frame> frames() {
        return List.copyOf(frames);
    }

    public List<Long> versions() {
        return frames.stream().map(Frame::version).toList();
    }
}
