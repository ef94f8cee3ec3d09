package org.tickcast.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is typing where. What is told of one user has a pause before it; what changed back meanwhile is not told. Who says
 * nothing more has stopped.
 *
 * <p>Threads: the hub's lock.
 */
final class Typists {

    record Telling(String room, String user, boolean typing) {}

    private static final class Typist {
        private Instant until = Instant.MIN;
        private Instant quietUntil = Instant.MIN;
        private boolean told;
    }

    private final TypingLimits limits;
    private final Map<String, Map<String, Typist>> rooms = new HashMap<>();

    Typists(TypingLimits limits) {
        this.limits = limits;
    }

    void typing(String room, String user, Instant now) {
        Map<String, Typist> inRoom = rooms.computeIfAbsent(room, first -> new LinkedHashMap<>());
        if (inRoom.containsKey(user) || inRoom.size() < limits.typists()) {
            inRoom.computeIfAbsent(user, first -> new Typist()).until = now.plus(limits.lasts());
        }
    }

    void stopped(String room, String user) {
        Typist typist = rooms.getOrDefault(room, Map.of()).get(user);
        if (typist != null) {
            typist.until = Instant.MIN;
        }
    }

    /** Whether saying it would change anything: somebody who is typing, and has just said so, need not say it again. */
    boolean isNews(String room, String user, boolean typing, Instant now) {
        Typist typist = rooms.getOrDefault(room, Map.of()).get(user);
        if (typist == null) {
            return typing;
        }
        Instant fresh = now.plus(limits.lasts().dividedBy(2));
        return typing ? typist.until.isBefore(fresh) : typist.until.isAfter(now);
    }

    void gone(String room) {
        rooms.remove(room);
    }

    /** What is due to be told now. */
    List<Telling> tell(Instant now) {
        List<Telling> due = new ArrayList<>();
        Iterator<Map.Entry<String, Map<String, Typist>>> all = rooms.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, Map<String, Typist>> room = all.next();
            tell(room.getKey(), room.getValue(), now, due);
            if (room.getValue().isEmpty()) {
                all.remove();
            }
        }
        return due;
    }

    private void tell(String room, Map<String, Typist> inRoom, Instant now, List<Telling> due) {
        inRoom.entrySet().removeIf(entry -> {
            Typist typist = entry.getValue();
            boolean typing = now.isBefore(typist.until);
            if (typing != typist.told && !now.isBefore(typist.quietUntil)) {
                due.add(new Telling(room, entry.getKey(), typing));
                typist.told = typing;
                typist.quietUntil = now.plus(limits.pause());
            }
            return !typing && !typist.told && !now.isBefore(typist.quietUntil);
        });
    }
}
