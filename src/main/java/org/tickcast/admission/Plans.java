package org.tickcast.admission;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each plan allows.
 *
 * @param usual for whoever has no plan, or one that is not known here
 * @param byName the plans by the names that tokens give them
 */
public record Plans(Plan usual, Map<String, Plan> byName) {

    /** An older name, still in some tokens. */
    private static final Map<String, String> ALIASES = Map.of("pro", "professional");

    public Plans {
        byName = Map.copyOf(byName);
    }

    /** What this client may have: its plan, narrowed by its token. */
    public Plan of(ClientIdentity who) {
        Grants grants = who.grants();
        return named(grants.plan()).narrowedBy(grants.limits());
    }

    private Plan named(@Nullable String name) {
        if (name == null) {
            return usual;
        }
        // A plan that has the older name itself is the one that is meant.
        Plan plan = byName.get(name);
        return plan != null ? plan : byName.getOrDefault(ALIASES.getOrDefault(name, name), usual);
    }
}
