package org.tickcast.admission;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token allows its bearer.
 *
 * @param plan the name of what was bought, or null
 * @param limits its own, narrower than those of the plan and the house
 */
public record Grants(@Nullable String plan, Set<String> roles, ChannelScope channels, OwnLimits limits) {

    public static final int MOST_ROLES = 32;
    public static final int LONGEST_NAME = 64;

    /** No plan, no role, and nothing narrowed. */
    public static final Grants PLAIN = new Grants(null, Set.of(), ChannelScope.ALL, OwnLimits.NONE);

    public Grants {
        if (plan != null) {
            ClaimText.checked("plan", plan, LONGEST_NAME);
        }
        roles = ClaimText.allChecked("role", roles, MOST_ROLES, LONGEST_NAME);
    }

    public boolean hasRole(String role) {
        return roles.contains(role);
    }

    public Grants withPlan(@Nullable String other) {
        return new Grants(other, roles, channels, limits);
    }
}
