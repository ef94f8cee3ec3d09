package org.tickcast.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ApiKey;
import org.tickcast.admission.Grants;
import org.tickcast.admission.StaticToken;
import org.tickcast.admission.StaticTokens;
import org.tickcast.admission.Token;
import org.tickcast.wire.Door;

/**
 * How clients say who they are.
 *
 * @param sharedToken the one token that many show; null when there is none
 * @param named tokens that each stand for somebody
 * @param apiKeys for whom signed tokens are issued
 * @param jwt how signed tokens are checked
 * @param openDoors where one may come in without showing anything
 * @param queryTokens whether a token may be in the query
 * @param expiryGrace how long a socket stays open after its token has expired, as far as it goes beyond the clock skew
 */
record AuthSettings(
        @Nullable String sharedToken,
        List<StaticToken> named,
        List<ApiKey> apiKeys,
        JwtSettings jwt,
        Set<String> openDoors,
        boolean queryTokens,
        Duration ticketLifetime,
        Duration expiryGrace) {

    private static final int SHORTEST_IN_PROD = 32;
    private static final String TOKENS = "tickcast.auth.tokens";

    static AuthSettings read(SettingsReader in, boolean prod) {
        AuthSettings configured = new AuthSettings(
                in.token("tickcast.auth.token", shortest(prod)),
                named(in, prod),
                ApiKeySettings.read(in, prod),
                JwtSettings.read(in, prod),
                openDoors(in),
                in.choice("tickcast.auth.query-tokens", "true", Map.of("true", true, "false", false)),
                in.duration("tickcast.auth.ticket-lifetime", Duration.ofSeconds(1), Duration.ofMinutes(10)),
                in.duration("tickcast.auth.expiry-grace", Duration.ZERO, Duration.ofHours(1)));
        configured.complainWhereNothingCanBeIssued(in, prod);
        if (prod && !configured.knowsTokens()) {
            in.missing(
                    "tickcast.auth.token",
                    "only the dev profile makes a token of its own. Or set tickcast.auth.tokens or tickcast.auth.jwt.*");
        }
        return prod ? configured : configured.orThoseForTryingOut();
    }

    /** Whoever has set anything that lets clients in means nothing else to let them in. */
    private AuthSettings orThoseForTryingOut() {
        return knowsTokens() || !apiKeys.isEmpty()
                ? this
                : new AuthSettings(
                        sharedToken,
                        named,
                        ApiKeySettings.DEVELOPMENT,
                        jwt,
                        openDoors,
                        queryTokens,
                        ticketLifetime,
                        expiryGrace);
    }

    /** Who configures keys means them to be good for something. */
    private void complainWhereNothingCanBeIssued(SettingsReader in, boolean prod) {
        if (apiKeys.isEmpty()) {
            return;
        }
        if (prod && jwt.secret() == null) {
            in.missing("tickcast.auth.jwt.secret", "the tokens for tickcast.auth.api-keys are signed with it");
        }
        if (!jwt.acceptsSecrets()) {
            in.missing("tickcast.auth.jwt.algorithms", "with HS256 in it, as which tickcast.auth.api-keys get tokens");
        }
    }

    /** How long a client may stay after its token's end: at least as long as it would still come in with it. */
    Duration stayAfterExpiry() {
        Duration skew = jwt.rules().clockSkew();
        return skew.compareTo(expiryGrace) > 0 ? skew : expiryGrace;
    }

    /** Whether anybody could show us anything, but for what we issue ourselves. */
    boolean knowsTokens() {
        return sharedToken != null || !named.isEmpty() || jwt.knowsKeys();
    }

    private static List<StaticToken> named(SettingsReader in, boolean prod) {
        List<String> names = in.list(TOKENS, GrantSettings.NAMES, SettingsReader::name);
        List<StaticToken> tokens = new ArrayList<>();
        for (String name : names) {
            String text = tokenOf(name, TOKENS, in, prod);
            if (text != null) {
                Grants grants = GrantSettings.read(in, TOKENS + "." + name);
                tokens.add(new StaticToken(name, Token.configured(text), grants, false));
            }
        }
        return withoutTwins(in, tokens, names);
    }

    private static List<StaticToken> withoutTwins(SettingsReader in, List<StaticToken> tokens, List<String> names) {
        try {
            new StaticTokens(tokens);
            return List.copyOf(tokens);
        } catch (IllegalArgumentException twins) {
            in.complain(TOKENS, "names of tokens that differ (" + twins.getMessage() + ")", String.join(",", names));
            return List.of();
        }
    }

    /** The secret of this name below a property that lists names; null when it has none that could be used. */
    static @Nullable String tokenOf(String name, String listed, SettingsReader in, boolean prod) {
        String property = listed + "." + name;
        String text = in.token(property, shortest(prod));
        if (text == null) {
            in.missing(property, listed + " names it");
        }
        return text != null && SettingsReader.isSendable(text) ? text : null;
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

    /** Sockets only: below /api a page of ours sends no Origin, and could not be told from a program. */
    private static Set<String> doors() {
        Set<String> doors = new TreeSet<>();
        for (Door door : Door.ALL) {
            doors.add(door.id());
        }
        return doors;
    }

    private static int shortest(boolean prod) {
        return prod ? SHORTEST_IN_PROD : 1;
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "AuthSettings[…]";
    }
}
