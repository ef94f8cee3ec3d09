package org.tickcast.wiring;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.tickcast.ops.SettingInForce;

/**
 * Says of each setting what it is and where it was set, for an operator. What was read as a secret is never told.
 *
 * <p>Our own file of defaults names variables of older systems, as in {@code ${WS_AUTH_TOKEN:}}: where such a variable is set,
 * it is what the operator has to look for. Servers call the file by names of their own; its ordinal is the same on all.
 */
final class SettingOrigins {

    private static final String DEFAULT = "default";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+):.*}");

    private final Config config;

    SettingOrigins(Config config) {
        this.config = config;
    }

    SettingInForce of(String name, boolean isSecret) {
        ConfigValue set = config.getConfigValue(name);
        String value = set.getValue();
        boolean unset = value == null || value.isBlank();
        return new SettingInForce(name, unset || isSecret ? null : value, isSecret, unset ? null : origin(set));
    }

    private String origin(ConfigValue set) {
        String source = String.valueOf(set.getSourceName());
        if (set.getSourceOrdinal() != ConfigSource.DEFAULT_ORDINAL) {
            return source;
        }
        String variable = variable(set.getRawValue());
        return variable == null ? DEFAULT : variable;
    }

    /** The variable that our file passes on, if it is set. */
    private @Nullable String variable(@Nullable String raw) {
        Matcher passedOn = VARIABLE.matcher(raw == null ? "" : raw);
        if (!passedOn.matches()) {
            return null;
        }
        ConfigValue set = config.getConfigValue(passedOn.group(1));
        boolean unset = set.getValue() == null || set.getValue().isEmpty();
        return unset ? null : passedOn.group(1) + " in " + set.getSourceName();
    }
}
