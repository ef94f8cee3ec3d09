package org.tickcast.ops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.wire.CanonicalJson;

/**
 * Shows an operator the settings in force, and has that put on record.
 *
 * <p>Threads: any.
 */
public final class ConfigurationDesk {

    private static final String WHAT = "configuration";

    private final List<SettingInForce> settings;
    private final OperatorListener listener;

    public ConfigurationDesk(List<SettingInForce> settings, OperatorListener listener) {
        this.settings = List.copyOf(settings);
        this.listener = listener;
    }

    String show(ClientIdentity operator) {
        listener.looked(operator, WHAT);
        return CanonicalJson.write(Map.of(
                "settings", settings.stream().map(ConfigurationDesk::words).toList()));
    }

    private static Map<String, @Nullable Object> words(SettingInForce setting) {
        Map<String, @Nullable Object> words = new LinkedHashMap<>();
        words.put("name", setting.name());
        words.put("value", setting.value());
        words.put("secret", setting.isSecret());
        words.put("origin", setting.origin());
        return words;
    }
}
