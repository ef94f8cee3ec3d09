package org.tickcast.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Grants;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.StaticToken;
import org.tickcast.admission.Token;
import org.tickcast.wire.Channel;

/**
 * How clients say who they are.
 *
 * @param sharedToken the one token that many show; null when there is none
 * @param named tokens that each stand for somebody
 * @param jwt how signed tokens are checked; null when none are
 * @param openDoors where one may come in without showing anything
 * @param queryTokens whether a token may be in the query
 * @param expiryGrace how long a socket stays open after its token has expired
 */
record AuthSettings(
        @Nullable String sharedToken,
        List<StaticToken> named,
        @Nullable JwtSettings jwt,
        Set<String> openDoors,
        boolean queryTokens,
        Duration ticketLifetime,
        Duration expiryGrace) {

    private static final int SHORTEST_IN_PROD = 32;
    private static final String NAMES = "names with commas between them";

    static AuthSettings read(SettingsReader in, boolean prod) {
        int shortest = prod ? SHORTEST_IN_PROD : 1;
        String shared = in.token("tickcast.auth.token", shortest);
        AuthSettings settings = new AuthSettings(
                shared,
                named(in, shortest),
                JwtSettings.read(in),
                openDoors(in),
                in.choice("tickcast.auth.query-tokens", "true", Map.of("true", true, "false", false)),
                in.duration("tickcast.auth.ticket-lifetime", Duration.ofSeconds(1), Duration.ofMinutes(10)),
                in.duration("tickcast.auth.expiry-grace", Duration.ZERO, Duration.ofHours(1)));
        if (prod && !settings.knowsTokens()) {
            in.missing(
                    "tickcast.auth.token",
                    "only the dev profile makes a token of its own. Or set tickcast.auth.tokens or tickcast.auth.jwt.*");
        }
        return settings;
    }

    /** Whether anybody could show us anything. */
    boolean knowsTokens() {
        return sharedToken != null || !named.isEmpty() || jwt != null;
    }

    private static List<StaticToken> named(SettingsReader in, int shortest) {
        List<StaticToken> tokens = new ArrayList<>();
        for (String name : in.list("tickcast.auth.tokens", NAMES, SettingsReader::name)) {
            String property = "tickcast.auth.tokens." + name;
            String secret = in.token(property, shortest);
            if (secret == null) {
                in.missing(property, "tickcast.auth.tokens names it");
            } else {
                tokens.add(new StaticToken(name, Token.configured(secret), grants(in, property), false));
            }
        }
        return List.copyOf(tokens);
    }

    private static Grants grants(SettingsReader in, String property) {
        return new Grants(
                in.textIfSet(property + ".plan"),
                Set.copyOf(in.list(property + ".roles", NAMES, SettingsReader::name)),
                ChannelScope.of(in.list(property + ".channels", NAMES, SettingsReader::name)),
                OwnLimits.NONE);
    }

    private static Set<String> openDoors(SettingsReader in) {
        Set<String> doors = doors();
        return Set.copyOf(in.list("tickcast.auth.anonymous", "some of " + String.join(", ", doors), door -> {
            if (!doors.contains(door)) {
                throw new IllegalArgumentException(door);
            }
            return door;
        }));
    }

    private static Set<String> doors() {
        Set<String> doors = new TreeSet<>(Set.of(Attempt.API));
        for (Channel channel : Channel.values()) {
            doors.add(channel.id());
        }
        return doors;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "AuthSettings[…]";
    }
}
