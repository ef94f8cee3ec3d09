package org.tickcast.hub;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who of a room's members is there, and what of that the room has not been told yet. Who comes and goes between two
 * tellings has done neither.
 *
 * <p>Threads: the hub's lock.
 */
final class RoomPresence {

    /** What is told of somebody when it is the only thing to tell. */
    enum News {
        JOINED("user_joined"),
        LEFT("user_left"),
        ONLINE("user_online"),
        OFFLINE("user_offline");

        private final String type;

        News(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        boolean isOfRoom() {
            return this == JOINED || this == LEFT;
        }

        private News opposite() {
            return switch (this) {
                case JOINED -> LEFT;
                case LEFT -> JOINED;
                case ONLINE -> OFFLINE;
                case OFFLINE -> ONLINE;
            };
        }
    }

    /**
     * What is due to be told.
     *
     * @param user the one it is about, if it is about one only
     * @param step null when nobody has come or gone, but somebody who was away is a member, or no longer
     */
    record Telling(
            @Nullable String user,
            @Nullable News news,
            @Nullable PresenceDiff step) {}

    private final PresenceLimits limits;
    private final TreeSet<String> present = new TreeSet<>();
    private final Map<String, News> untold = new LinkedHashMap<>();
    private final Set<String> joins = new LinkedHashSet<>();
    private final Set<String> leaves = new LinkedHashSet<>();
    private final Set<HubClient> watchers = new LinkedHashSet<>();
    private long version;
    private Instant quietUntil = Instant.MIN;

    RoomPresence(PresenceLimits limits) {
        this.limits = limits;
    }

    void changed(String user, News news, boolean isThere) {
        News before = untold.get(user);
        if (before == news.opposite()) {
            untold.remove(user);
        } else if (before != News.JOINED) {
            // That somebody is new says more than that he is there.
            untold.put(user, news);
        }
        if (isThere && present.add(user) && !leaves.remove(user)) {
            joins.add(user);
        }
        if (!isThere && present.remove(user) && !joins.remove(user)) {
            leaves.add(user);
        }
    }

    boolean hasUntold() {
        return !untold.isEmpty() || !joins.isEmpty() || !leaves.isEmpty();
    }

    /** What to tell now; null when there is nothing, or the last telling was only just. */
    @Nullable Telling tell(Instant now) {
        if (!hasUntold() || now.isBefore(quietUntil)) {
            return null;
        }
        quietUntil = now.plus(limits.interval());
        boolean one = untold.size() == 1;
        Map.Entry<String, News> first = one ? untold.entrySet().iterator().next() : null;
        Telling telling =
                new Telling(first == null ? null : first.getKey(), first == null ? null : first.getValue(), step());
        untold.clear();
        joins.clear();
        leaves.clear();
        return telling;
    }

    private @Nullable PresenceDiff step() {
        if (joins.isEmpty() && leaves.isEmpty()) {
            return null;
        }
        return PresenceDiff.of(++version, joins, leaves, present.size(), limits.named());
    }

    int count() {
        return present.size();
    }

    boolean isThere(String user) {
        return present.contains(user);
    }

    /** As it was told last, so that the next step fits. */
    PresenceState told() {
        TreeSet<String> users = present.stream()
                .filter(user -> !joins.contains(user))
                .limit(limits.listed())
                .collect(Collectors.toCollection(TreeSet::new));
        leaves.stream().limit(limits.listed() - (long) users.size()).forEach(users::add);
        int count = present.size() - joins.size() + leaves.size();
        return new PresenceState(version, users, count, users.size() == count);
    }

    void watch(HubClient client) {
        watchers.add(client);
    }

    void unwatch(HubClient client) {
        watchers.remove(client);
    }

    Set<HubClient> watchers() {
        return watchers;
    }
}
