package org.tickcast.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** What is ours of the file in our WAR, with none of the environment variables set that it asks for. */
final class ShippedDefaults {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z_]+:([^}]*)}");

    private ShippedDefaults() {}

    static Map<String, String> values() {
        Properties file = new Properties();
        try (InputStream in = Objects.requireNonNull(
                GatewaySettings.class.getResourceAsStream("/META-INF/microprofile-config.properties"))) {
            file.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("Reading the defaults", e);
        }
        Map<String, String> defaults = new HashMap<>();
        for (String property : file.stringPropertyNames()) {
            if (property.startsWith("tickcast.")) {
                defaults.put(
                        property, VARIABLE.matcher(file.getProperty(property)).replaceAll("$1"));
            }
        }
        return defaults;
    }
}
