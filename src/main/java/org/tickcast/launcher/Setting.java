package org.tickcast.launcher;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What is set for the start itself, before there is a server that could read settings: by {@code -D} and by the environment. */
final class Setting {

    private Setting() {}

    /**
     * Null when it is not set, or blank.
     *
     * @param names in the environment, the first of them that is set counts
     */
    static @Nullable String read(
            String property, List<String> names, Properties system, Map<String, String> environment) {
        String set = system.getProperty(property);
        for (String name : names) {
            if (set == null || set.isBlank()) {
                set = environment.get(name);
            }
        }
        return set == null || set.isBlank() ? null : set.strip();
    }
}
