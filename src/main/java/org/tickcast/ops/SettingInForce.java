package org.tickcast.ops;

import org.jspecify.annotations.Nullable;

/**
 * One setting as it was read at the start.
 *
 * @param value null when it is not set, and when it is a secret
 * @param origin where it was set, in words for an operator; null when it is not
 */
public record SettingInForce(
        String name,
        @Nullable String value,
        boolean isSecret,
        @Nullable String origin) {

    public SettingInForce {
        if (isSecret && value != null) {
            throw new IllegalArgumentException("Nobody is told what " + name + " is");
        }
    }
}
