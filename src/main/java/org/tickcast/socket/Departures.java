package org.tickcast.socket;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.tickcast.socket.line.Line;

/**
 * Connections whose sockets have ended. Mostly the server has ended them too; but it waits for a client that does not
 * read, and holds for it what it was not sent. So each is cut some time afterwards, which does nothing to those that
 * have ended.
 *
 * <p>Threads: any thread may see a connection off; the sweep cuts. There are as many as sockets end in that time.
 */
final class Departures {

    private final Queue<Departure> waiting = new ConcurrentLinkedQueue<>();

    void add(Line line, long now) {
        waiting.add(new Departure(line, now));
    }

    /** @param graceNanos so much time the server has had */
    void cutOverdue(long now, long graceNanos) {
        for (Departure first = waiting.peek();
                first != null && now - first.since() >= graceNanos;
                first = waiting.peek()) {
            waiting.poll();
            first.line().cut();
        }
    }

    private record Departure(Line line, long since) {}
}
