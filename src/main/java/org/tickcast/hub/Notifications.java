package org.tickcast.hub;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What users were told and have not acknowledged.
 *
 * <p>Threads: the hub's lock.
 */
final class Notifications {

    private final NotificationLimits limits;

    /** The oldest first, as in each user's own. */
    private final LinkedHashMap<String, Notification> all = new LinkedHashMap<>();

    private final Map<String, LinkedHashMap<String, Notification>> byUser = new HashMap<>();

    Notifications(NotificationLimits limits) {
        this.limits = limits;
    }

    /** Returns how many were given up for it before they were acknowledged, for want of room. */
    int keep(Notification notification) {
        forget(notification.id());
        LinkedHashMap<String, Notification> his =
                byUser.computeIfAbsent(notification.user(), first -> new LinkedHashMap<>());
        all.put(notification.id(), notification);
        his.put(notification.id(), notification);
        if (his.size() > limits.perUser()) {
            forget(his.keySet().iterator().next());
            return 1;
        }
        if (all.size() > limits.all()) {
            forget(all.keySet().iterator().next());
            return 1;
        }
        return 0;
    }

    List<Notification> all() {
        return List.copyOf(all.values());
    }

    void forgetAll() {
        all.clear();
        byUser.clear();
    }

    /** What a user has not acknowledged, the oldest first. */
    List<Notification> of(String user) {
        return List.copyOf(byUser.getOrDefault(user, new LinkedHashMap<>()).values());
    }

    boolean has(String user, String id) {
        Notification kept = all.get(id);
        return kept != null && kept.user().equals(user);
    }

    void acknowledged(String user, String id) {
        if (has(user, id)) {
            forget(id);
        }
    }

    void forgetOld(Instant now) {
        Iterator<Notification> oldestFirst = all.values().iterator();
        while (oldestFirst.hasNext()) {
            Notification oldest = oldestFirst.next();
            if (now.isBefore(oldest.at().plus(limits.age()))) {
                return;
            }
            oldestFirst.remove();
            forgetOfUser(oldest);
        }
    }

    int size() {
        return all.size();
    }

    private void forget(String id) {
        Notification kept = all.remove(id);
        if (kept != null) {
            forgetOfUser(kept);
        }
    }

    private void forgetOfUser(Notification notification) {
        byUser.computeIfPresent(notification.user(), (user, his) -> {
            his.remove(notification.id());
            return his.isEmpty() ? null : his;
        });
    }
}
