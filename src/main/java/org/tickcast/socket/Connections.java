package org.tickcast.socket;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/**
 * The open sockets as an operator sees them: each by the number of its connection, which logs show, too.
 *
 * <p>Threads: any. Looking waits for nobody: what the tick or the sweep knows of a client is read as it was a moment ago.
 * Only the rooms of a client of the hub are asked for under the hub's lock, of one client at a time.
 */
public final class Connections {

    private final OpenSockets sockets;
    private final LongSupplier nanoTime;

    /** @param nanoTime by which frames set out, such as {@link System#nanoTime} */
    public Connections(OpenSockets sockets, LongSupplier nanoTime) {
        this.sockets = sockets;
        this.nanoTime = nanoTime;
    }

    /** Those that are wanted, in any order. Whoever comes or goes meanwhile may or may not be among them. */
    public List<SocketFacts> all(Predicate<SocketFacts> wanted) {
        long now = nanoTime.getAsLong();
        List<SocketFacts> found = new ArrayList<>();
        sockets.forEach(socket -> {
            SocketFacts facts = socket.facts(now);
            if (wanted.test(facts)) {
                found.add(facts);
            }
        });
        return found;
    }

    /** Says goodbye to those that are wanted and are not being closed already; how many that were. */
    public int close(Predicate<SocketFacts> wanted, CloseCode reason) {
        List<SocketFacts> found = all(socket -> socket.closedFor() == null && wanted.test(socket));
        for (SocketFacts socket : found) {
            OneConnection one = find(socket.connection().number());
            if (one != null) {
                one.close(reason);
            }
        }
        return found.size();
    }

    /** The one with this number; null when there is none any more. */
    public @Nullable OneConnection find(long number) {
        OpenSocket socket = sockets.withNumber(number);
        return socket == null ? null : new One(socket);
    }

    /** One of them, and what can be done to it. */
    public interface OneConnection {

        SocketFacts socket();

        ClientFacts client();

        /** Says goodbye and closes it, if it is not being closed already. */
        void close(CloseCode reason);

        /** Returns whether the client's protocol has a form for that. */
        boolean tell(OperatorWords words);
    }

    private final class One implements OneConnection {

        private final OpenSocket socket;

        One(OpenSocket socket) {
            this.socket = socket;
        }

        @Override
        public SocketFacts socket() {
            return socket.facts(nanoTime.getAsLong());
        }

        @Override
        public ClientFacts client() {
            return socket.client().facts();
        }

        @Override
        public void close(CloseCode reason) {
            socket.close(reason);
        }

        @Override
        public boolean tell(OperatorWords words) {
            return socket.client().tell(words);
        }
    }
}
