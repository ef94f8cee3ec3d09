package org.tickcast.admission.jwt;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Keeps what it is given until a test wants it done. One thread at a time. */
final class LaterExecutor implements Executor {

    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
    }

    int waiting() {
        return waiting.size();
    }

    void doAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}
