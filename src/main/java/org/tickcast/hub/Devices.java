package org.tickcast.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * On which nodes each user has how many sockets, and so who is online. Whose last socket has gone stays online for a
 * grace, so that to load a page anew is not to go. A node that is silent for a lease is gone, with all who were on it.
 *
 * <p>Threads: the hub's lock.
 */
final class Devices {

    private final PresenceLimits limits;
    private final Map<String, Map<String, Integer>> byUser = new HashMap<>();
    private final Map<String, Instant> leases = new TreeMap<>();

    /** Who has no socket any more, and until when he is not offline yet: the soonest first. */
    private final Map<String, Instant> graces = new LinkedHashMap<>();

    Devices(PresenceLimits limits) {
        this.limits = limits;
    }

    boolean isOnline(String user) {
        return byUser.containsKey(user) || graces.containsKey(user);
    }

    /** How many users are online. */
    int online() {
        return byUser.size() + graces.size(); // Nobody is in both.
    }

    int count(String user) {
        return byUser.getOrDefault(user, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Returns whether he was offline, and is online now. */
    boolean set(String node, String user, int count, Instant now) {
        boolean wasOnline = isOnline(user);
        if (count > 0) {
            byUser.computeIfAbsent(user, first -> new TreeMap<>()).put(node, count);
            graces.remove(user);
        } else {
            remove(node, user, now);
        }
        return !wasOnline && isOnline(user);
    }

    /** Who has been without a socket for long enough, since the last time of asking. */
    List<String> goneOffline(Instant now) {
        List<String> gone = new ArrayList<>();
        Iterator<Map.Entry<String, Instant>> soonestFirst = graces.entrySet().iterator();
        while (soonestFirst.hasNext()) {
            Map.Entry<String, Instant> next = soonestFirst.next();
            if (now.isBefore(next.getValue())) {
                return gone;
            }
            gone.add(next.getKey());
            soonestFirst.remove();
        }
        return gone;
    }

    /** Returns whether the node was not known. */
    boolean heardOf(String node, Instant now) {
        return leases.put(node, now.plus(limits.lease())) == null;
    }

    void forgetSilentNodes(Instant now) {
        List<String> silent = leases.entrySet().stream()
                .filter(lease -> !now.isBefore(lease.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        silent.forEach(node -> forget(node, now));
    }

    void forget(String node, Instant now) {
        leases.remove(node);
        List.copyOf(byUser.keySet()).forEach(user -> remove(node, user, now));
    }

    private void remove(String node, String user, Instant now) {
        Map<String, Integer> nodes = byUser.get(user);
        if (nodes != null && nodes.remove(node) != null && nodes.isEmpty()) {
            byUser.remove(user);
            graces.put(user, now.plus(limits.grace()));
        }
    }
}
