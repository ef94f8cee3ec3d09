package org.tickcast.feed.log;

import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * What waits for the tick. It holds so many and no more; where there is no room for what may come, the keeper does not
 * ask for it.
 *
 * <p>Threads: the keeper's puts, the tick takes.
 */
final class Steps {

    private final BlockingQueue<Step> waiting;

    Steps(int most) {
        waiting = new ArrayBlockingQueue<>(most);
    }

    boolean hasRoomFor(int more) {
        return waiting.remainingCapacity() >= more;
    }

    /** For which there must be room. */
    void add(Step step) {
        waiting.add(step);
    }

    void addAll(Collection<? extends Step> steps) {
        waiting.addAll(steps);
    }

    int size() {
        return waiting.size();
    }

    @Nullable Step next() {
        return waiting.poll();
    }
}
