package org.tickcast.wiring;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Grants;
import org.tickcast.admission.OwnLimits;

/** Reads what a configured token or key allows: {@code .plan}, {@code .roles} and {@code .channels} behind its name. */
final class GrantSettings {

    static final String NAMES = "names with commas between them";

    private GrantSettings() {}

    static Grants read(SettingsReader in, String property) {
        return new Grants(
                plan(in, property + ".plan"),
                Set.copyOf(few(in, property + ".roles", Grants.MOST_ROLES)),
                channels(in, property + ".channels"),
                OwnLimits.NONE);
    }

    private static @Nullable String plan(SettingsReader in, String property) {
        String plan = in.textIfSet(property);
        try {
            return plan == null ? null : SettingsReader.name(plan);
        } catch (IllegalArgumentException noName) {
            in.complain(property, "the name of a plan", plan);
            return null;
        }
    }

    /** An empty setting is one that is not set, and narrows nothing. */
    private static ChannelScope channels(SettingsReader in, String property) {
        List<String> named = few(in, property, ChannelScope.MOST_CHANNELS);
        return named.isEmpty() ? ChannelScope.ALL : ChannelScope.of(named);
    }

    private static List<String> few(SettingsReader in, String property, int most) {
        List<String> names = in.list(property, NAMES, SettingsReader::name);
        if (names.size() <= most) {
            return names;
        }
        in.complain(property, "at most " + most + " " + NAMES, names.size() + " of them");
        return List.of();
    }
}
