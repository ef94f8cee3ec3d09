package org.tickcast.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of this node.
 *
 * <p>Threads: the hub's lock.
 */
final class LocalSockets {

    /** One socket, and what the hub remembers of it. */
    static final class Socket {

        private final long number;
        private final HubClient client;
        private final String user;
        private int nonsense;

        private Socket(long number, HubClient client) {
            this.number = number;
            this.client = client;
            this.user = client.user().id();
        }

        long number() {
            return number;
        }

        HubClient client() {
            return client;
        }

        String user() {
            return user;
        }

        void madeSense() {
            nonsense = 0;
        }

        /** How often in a row now. */
        int madeNoSense() {
            return ++nonsense;
        }
    }

    private final IdentityHashMap<HubClient, Socket> sockets = new IdentityHashMap<>();
    private final Map<Long, Socket> byNumber = new HashMap<>();
    private final Map<String, List<HubClient>> byUser = new HashMap<>();
    private long last;

    Socket open(HubClient client) {
        Socket socket = new Socket(++last, client);
        sockets.put(client, socket);
        byNumber.put(socket.number(), socket);
        byUser.merge(socket.user(), List.of(client), LocalSockets::both);
        return socket;
    }

    @Nullable Socket find(HubClient client) {
        return sockets.get(client);
    }

    @Nullable Socket find(long number) {
        return byNumber.get(number);
    }

    void close(Socket socket) {
        sockets.remove(socket.client());
        byNumber.remove(socket.number());
        byUser.computeIfPresent(socket.user(), (user, clients) -> without(clients, socket.client()));
    }

    /** None of which changes any more: who opens or closes one makes a new list. */
    List<HubClient> of(String user) {
        return byUser.getOrDefault(user, List.of());
    }

    List<HubClient> of(String user, @Nullable HubClient except) {
        List<HubClient> others = except == null ? of(user) : without(of(user), except);
        return others == null ? List.of() : others;
    }

    Set<String> users() {
        return Set.copyOf(byUser.keySet());
    }

    List<HubClient> all() {
        return List.copyOf(sockets.keySet());
    }

    private static List<HubClient> both(Collection<HubClient> some, Collection<HubClient> others) {
        List<HubClient> all = new ArrayList<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    @SuppressWarnings("ReferenceEquality") // Two sockets are never the same.
    private static @Nullable List<HubClient> without(List<HubClient> clients, HubClient gone) {
        List<HubClient> rest = clients.stream().filter(client -> client != gone).toList();
        return rest.isEmpty() ? null : rest;
    }
}
