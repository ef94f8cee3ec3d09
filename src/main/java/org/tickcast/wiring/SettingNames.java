package org.tickcast.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names that settings have, and what else somebody may have written for one. In the environment, where other programs
 * have names like ours, only what is nearly one is taken for a mistake.
 */
final class SettingNames {

    private static final String OURS = "tickcast.";
    private static final String OURS_IN_ENVIRONMENT = "TICKCAST_";
    private static final int SLIPS = 2;

    private final Set<String> names;
    private final Set<String> inEnvironment;

    SettingNames(Set<String> names) {
        this.names = new TreeSet<>(names);
        this.inEnvironment =
                names.stream().map(SettingNames::inEnvironment).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A line for each name that is none. */
    List<String> unknownOf(Iterable<String> set) {
        Set<String> all = new TreeSet<>();
        set.forEach(all::add);
        List<String> lines = new ArrayList<>();
        for (String name : all) {
            // Some servers show a variable of the environment a second time, as they guess that it was meant.
            if (name.startsWith(OURS) && !names.contains(name) && !all.contains(inEnvironment(name))) {
                lines.add(line(name, nearest(name, names, name.length() / 3)));
            } else if (name.startsWith(OURS_IN_ENVIRONMENT) && !inEnvironment.contains(name)) {
                String meant = nearest(name, inEnvironment, SLIPS);
                if (meant != null) {
                    lines.add(line(name, meant));
                }
            }
        }
        return lines;
    }

    private static String line(String name, @Nullable String meant) {
        return "No setting is called " + name + (meant == null ? "" : "; " + meant + " is");
    }

    private static String inEnvironment(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static @Nullable String nearest(String name, Set<String> among, int atMost) {
        String nearest = null;
        int least = atMost + 1;
        for (String candidate : among) {
            int distance = distance(name, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** How many characters have to be put in, left out or changed to make one of the other. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
