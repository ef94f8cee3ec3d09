package org.tickcast.wiring;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.redis.EncryptionKeys;
import org.tickcast.cluster.redis.RedisAddress;

/**
 * Where nodes meet.
 *
 * @param address null where there is one node
 * @param keys null where nothing is encrypted that passes Redis
 * @param outsideChannel on which anybody may publish to clients; null where nobody may
 */
record RedisSettings(
        @Nullable RedisAddress address,
        @Nullable EncryptionKeys keys,
        @Nullable String outsideChannel) {

    private static final String URL = "tickcast.redis.url";
    private static final String HOST = "tickcast.redis.host";
    private static final String PORT = "tickcast.redis.port";
    private static final String KEY = "tickcast.redis.encryption-key";
    private static final String OUTSIDE = "tickcast.redis.outside-channel";
    private static final String NO_CHANNEL = "none";
    /** What older systems call it. */
    private static final String USUAL_CHANNEL = "websocket:broadcast";

    private static final int LAST_PORT = 65_535;

    /** As Kubernetes sets REDIS_PORT in every container, when there is a service called redis. */
    private static final Pattern OF_A_SERVICE = Pattern.compile("tcp://[^/]+:([1-9]\\d{0,3}|[1-5]\\d{4})");

    /** An address by its parts is what older systems say; a whole one comes before it. */
    static RedisSettings read(SettingsReader in) {
        String url = in.secret(URL, text -> isPossible(RedisAddress::parse, text), RedisAddress.MAY_BE);
        int port = port(in);
        String host = in.secret(HOST, text -> isPossible(name -> RedisAddress.of(name, port), text), "a host");
        String keys = in.secret(KEY, text -> isPossible(EncryptionKeys::parse, text), EncryptionKeys.MAY_BE);
        RedisAddress byParts = host == null ? null : made(name -> RedisAddress.of(name, port), host);
        return new RedisSettings(
                url == null ? byParts : made(RedisAddress::parse, url),
                keys == null ? null : made(EncryptionKeys::parse, keys),
                outsideChannel(in, keys != null));
    }

    /** Who encrypts does not want to hear what anybody says in the clear, unless he says so. */
    private static @Nullable String outsideChannel(SettingsReader in, boolean encrypted) {
        String name = in.textIfSet(OUTSIDE);
        if (name == null || name.isEmpty()) {
            return encrypted ? null : USUAL_CHANNEL;
        }
        if (!name.matches("[\\x21-\\x7e]{1,128}")) {
            in.complain(OUTSIDE, "a name of 1 to 128 visible ASCII characters, or none", name);
        }
        return name.equals(NO_CHANNEL) ? null : name;
    }

    private static int port(SettingsReader in) {
        String text = in.textIfSet(PORT);
        Matcher service = OF_A_SERVICE.matcher(text == null ? "" : text);
        return service.matches() ? Integer.parseInt(service.group(1)) : in.wholeNumber(PORT, 1, LAST_PORT);
    }

    private static boolean isPossible(Function<String, ?> made, String text) {
        return made(made, text) != null;
    }

    private static <T> @Nullable T made(Function<String, T> maker, String text) {
        try {
            return maker.apply(text);
        } catch (IllegalArgumentException wrong) {
            return null; // The reader has complained, without repeating it.
        }
    }
}
