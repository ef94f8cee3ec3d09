package org.tickcast.socket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one client is served at the moment, in the terms of its protocol.
 *
 * @param version of the picture that set out to it last; null before the first, and where there is none
 * @param lag by how much that is less than the newest version; null where there is no version
 * @param skipped how many pictures it was spared because it was busy, or wanted fewer
 * @param lost how many alerts and answers it has missed, because too many waited
 * @param waiting how many frames wait for it behind the one on its way
 * @param perSecond how many pictures it wants at most in a second; null when it has not said
 * @param rooms those of the hub that its user is in
 */
public record ClientFacts(
        @Nullable Long version,
        @Nullable Long lag,
        long skipped,
        long lost,
        int waiting,
        @Nullable Integer perSecond,
        List<String> rooms) {

    public ClientFacts {
        rooms = List.copyOf(rooms);
    }

    /** Of a client of a channel. @param newest the newest version there is; null where there is none */
    static ClientFacts ofReader(
            @Nullable Long version,
            @Nullable Long newest,
            long skipped,
            long lost,
            int waiting,
            @Nullable Integer perSecond) {
        Long lag = version == null || newest == null ? null : Math.max(0, newest - version);
        return new ClientFacts(version, lag, skipped, lost, waiting, perSecond, List.of());
    }

    /** Of a client of the hub, from which nothing is kept back. */
    public static ClientFacts ofTalker(int waiting, List<String> rooms) {
        return new ClientFacts(null, null, 0, 0, waiting, null, rooms);
    }
}
