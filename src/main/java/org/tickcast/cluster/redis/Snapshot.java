package org.tickcast.cluster.redis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all know of a topic at one place of its log.
 *
 * @param id the place: entries behind it are not in it
 * @param progress how far each node's messages are in it
 * @param known messages from which a listener comes to know it
 */
record Snapshot(String id, Map<String, Long> progress, List<String> known) {

    /** Of a topic of which Redis knows nothing. */
    static final Snapshot NONE = new Snapshot("0-0", Map.of(), List.of());

    static String text(List<String> progress, List<String> known) {
        return Stream.of(progress.stream(), Stream.of(""), known.stream())
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    /** Null when it is not written as ours are. */
    static @Nullable Snapshot read(String id, String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        int end = lines.indexOf("");
        if (end < 0) {
            return null;
        }
        Map<String, Long> progress = new LinkedHashMap<>();
        for (String line : lines.subList(0, end)) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 2 || !parts[1].matches("\\d{1,18}")) {
                return null;
            }
            progress.put(parts[0], Long.parseLong(parts[1]));
        }
        List<String> known = lines.subList(end + 1, lines.size());
        return new Snapshot(id, progress, known.equals(List.of("")) ? List.of() : List.copyOf(known));
    }
}
