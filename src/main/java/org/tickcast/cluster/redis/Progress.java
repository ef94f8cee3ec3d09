package org.tickcast.cluster.redis;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far each node's messages were read, by which one that comes twice is known. Nodes that were not heard of for longest
 * are forgotten.
 *
 * <p>Threads: the topic's turn.
 */
final class Progress {

    private static final int MOST_NODES = 1_000;

    private final LinkedHashMap<String, Long> numbers = new LinkedHashMap<>();

    /** Whether this is the first time. */
    boolean isNews(String node, long number) {
        Long before = numbers.remove(node);
        long last = before == null ? 0 : before;
        numbers.put(node, Math.max(last, number));
        if (numbers.size() > MOST_NODES) {
            Iterator<String> oldestFirst = numbers.keySet().iterator();
            oldestFirst.next();
            oldestFirst.remove();
        }
        return number > last;
    }

    void become(Map<String, Long> other) {
        numbers.clear();
        numbers.putAll(other);
    }

    List<String> lines() {
        return numbers.entrySet().stream()
                .map(one -> one.getKey() + ' ' + one.getValue())
                .toList();
    }
}
