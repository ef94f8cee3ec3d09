package org.tickcast.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ApiKey;
import org.tickcast.admission.ApiKeys;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Grants;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.Token;

/** Reads the keys for which tokens are issued. */
final class ApiKeySettings {

    static final String PROPERTY = "tickcast.auth.api-keys";

    /** Everybody knows these, from the documentation: they are for trying out, and no prod takes them. */
    private static final List<String> DEVELOPMENT_KEYS =
            List.of("test-api-key-free", "test-api-key-pro", "test-api-key-enterprise");

    static final List<ApiKey> DEVELOPMENT = List.of(
            development("free", DEVELOPMENT_KEYS.get(0), "user_free_001", "free"),
            development("pro", DEVELOPMENT_KEYS.get(1), "user_pro_001", "professional"),
            development("enterprise", DEVELOPMENT_KEYS.get(2), "user_ent_001", "enterprise"));

    private ApiKeySettings() {}

    private static ApiKey development(String name, String key, String user, String plan) {
        return new ApiKey(name, new Token(key), user, new Grants(plan, Set.of(), ChannelScope.ALL, OwnLimits.NONE));
    }

    static List<ApiKey> read(SettingsReader in, boolean prod) {
        List<String> names = in.list(PROPERTY, GrantSettings.NAMES, SettingsReader::name);
        List<ApiKey> keys = new ArrayList<>();
        for (String name : names) {
            ApiKey key = key(in, name, prod);
            if (key != null) {
                keys.add(key);
            }
        }
        return withoutTwins(in, keys, names);
    }

    private static @Nullable ApiKey key(SettingsReader in, String name, boolean prod) {
        String property = PROPERTY + "." + name;
        String secret = AuthSettings.tokenOf(name, PROPERTY, in, prod);
        if (secret == null) {
            return null;
        }
        if (prod && DEVELOPMENT_KEYS.stream().anyMatch(Token.configured(secret)::matches)) {
            in.refuse(property, "a key of your own: everybody knows this one");
        }
        String user = in.words(property + ".user");
        Grants grants = GrantSettings.read(in, property);
        try {
            return new ApiKey(name, Token.configured(secret), user == null ? name : user, grants);
        } catch (IllegalArgumentException wrong) {
            in.complain(property + ".user", "the name of a user (" + wrong.getMessage() + ")", String.valueOf(user));
            return null;
        }
    }

    private static List<ApiKey> withoutTwins(SettingsReader in, List<ApiKey> keys, List<String> names) {
        try {
            new ApiKeys(keys);
            return List.copyOf(keys);
        } catch (IllegalArgumentException twins) {
            in.complain(PROPERTY, "names of keys that differ (" + twins.getMessage() + ")", String.join(",", names));
            return List.of();
        }
    }
}
