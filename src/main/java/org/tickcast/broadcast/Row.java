package org.tickcast.broadcast;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Frames that wait one behind the other, so many and no more: beyond it the oldest is lost. It takes no room before the
 * first one waits, for most readers never have one wait.
 *
 * <p>Threads: belongs to its {@link Mailbox}, and is used under its lock.
 */
final class Row {

    private final int most;
    private @Nullable ArrayDeque<Frame> frames;

    Row(int most) {
        this.most = most;
    }

    /** True when the oldest was lost for it. */
    boolean add(Frame frame) {
        ArrayDeque<Frame> row = frames;
        if (row == null) {
            row = new ArrayDeque<>();
            frames = row;
        }
        boolean full = row.size() == most;
        if (full) {
            row.removeFirst();
        }
        row.addLast(frame);
        return full;
    }

    int size() {
        return frames == null ? 0 : frames.size();
    }

    @Nullable Frame next() {
        return frames == null ? null : frames.pollFirst();
    }
}
