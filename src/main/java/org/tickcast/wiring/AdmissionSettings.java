package org.tickcast.wiring;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickcast.admission.AddressRange;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.admission.ForwardingHeader;
import org.tickcast.admission.OriginRules;
import org.tickcast.admission.Plan;
import org.tickcast.admission.Plans;
import org.tickcast.admission.TrustedProxies;
import org.tickcast.admission.rate.BreachLimits;
import org.tickcast.admission.rate.ConnectRateLimits;
import org.tickcast.socket.RejectModes;
import org.tickcast.wire.Door;

/**
 * Who may come in, how many, and how often.
 *
 * @param spareFiles how many file descriptors are not for clients
 * @param tokenRequests how often an address may ask for tokens and tickets
 * @param wrongTokens how often an address may show a token that is not good
 * @param encryptedOnly whether a connection that can be read along is refused
 * @param audited whether the audit log is written
 */
record AdmissionSettings(
        AdmissionLimits limits,
        int spareFiles,
        Plans plans,
        ConnectRateLimits connects,
        ConnectRateLimits tokenRequests,
        ConnectRateLimits wrongTokens,
        BreachLimits breaches,
        OriginRules origins,
        TrustedProxies proxies,
        boolean encryptedOnly,
        RejectModes rejectModes,
        AuthSettings auth,
        boolean audited) {

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String ENCRYPTED_ONLY = "tickcast.admission.encrypted-only";
    private static final String PROXIES = "tickcast.proxies.trusted";
    private static final String NOBODY = "[\\s,]+";
    private static final int MOST = 1_000_000;
    private static final Map<String, Boolean> SWITCH = Map.of("true", true, "false", false);
    private static final Map<String, ForwardingHeader> HEADERS = Map.of(
            "forwarded", ForwardingHeader.FORWARDED,
            "x-forwarded-for", ForwardingHeader.X_FORWARDED_FOR,
            "x-real-ip", ForwardingHeader.X_REAL_IP);
    private static final Map<String, Boolean> CLOSES = Map.of("http", false, "close", true);

    /** In the order of the file of defaults, so that complaints come in that order. */
    static AdmissionSettings read(SettingsReader in, boolean prod) {
        AuthSettings auth = AuthSettings.read(in, prod);
        OriginRules origins = origins(in, prod);
        TrustedProxies proxies = proxies(in, prod);
        RejectModes rejectModes = rejectModes(in);
        boolean encryptedOnly = encryptedOnly(in, prod, proxies);
        return new AdmissionSettings(
                new AdmissionLimits(
                        in.wholeNumber("tickcast.limits.connections", 1, MOST),
                        in.wholeNumber("tickcast.limits.connections-per-ip", 1, MOST),
                        in.duration("tickcast.limits.handshake", MILLISECOND, MINUTE)),
                in.wholeNumber("tickcast.limits.spare-files", 0, MOST),
                plans(in),
                new ConnectRateLimits(
                        in.wholeNumber("tickcast.limits.connects-per-ip-per-minute", 1, MOST),
                        in.wholeNumber("tickcast.limits.connects-per-ip-per-hour", 0, MOST),
                        in.wholeNumber("tickcast.limits.tracked", 1, 10 * MOST)),
                new ConnectRateLimits(
                        in.wholeNumber("tickcast.limits.token-requests-per-ip-per-minute", 1, MOST),
                        0,
                        in.wholeNumber("tickcast.limits.tracked", 1, 10 * MOST)),
                new ConnectRateLimits(
                        in.wholeNumber("tickcast.limits.wrong-tokens-per-ip-per-minute", 1, MOST),
                        0,
                        in.wholeNumber("tickcast.limits.tracked", 1, 10 * MOST)),
                new BreachLimits(
                        in.wholeNumber("tickcast.limits.breaches", 1, 1_000),
                        in.duration("tickcast.limits.breach-window", Duration.ofSeconds(1), Duration.ofHours(1))),
                origins,
                proxies,
                encryptedOnly,
                rejectModes,
                auth,
                in.choice("tickcast.audit", prod ? "true" : "false", SWITCH));
    }

    /**
     * Who says nothing in prod has not thought of it: without a certificate here whether the encryption ends here we cannot
     * see, and without a proxy that may say so every connection might be refused.
     */
    private static boolean encryptedOnly(SettingsReader in, boolean prod, TrustedProxies proxies) {
        boolean endsHere = in.path("tickcast.tls.certificate") != null & in.path("tickcast.tls.key") != null;
        if (prod && in.textIfSet(ENCRYPTED_ONLY) == null && proxies.isEmpty() && !endsHere) {
            in.missing(
                    ENCRYPTED_ONLY,
                    "prod takes encrypted connections only. Say true when TLS ends at this server, false on a network of"
                            + " your own, or set " + PROXIES + " to the proxy where it ends");
        }
        return in.choice(ENCRYPTED_ONLY, prod ? "true" : "false", SWITCH);
    }

    private static Plans plans(SettingsReader in) {
        Map<String, Plan> byName = new HashMap<>();
        for (String name : in.list("tickcast.plans", "names with commas between them", SettingsReader::name)) {
            byName.put(name, plan(in, "tickcast.plans." + name + ".connections", "tickcast.plans." + name + "."));
        }
        return new Plans(plan(in, "tickcast.limits.connections-per-user", "tickcast.limits."), byName);
    }

    private static Plan plan(SettingsReader in, String connections, String messages) {
        return new Plan(
                in.wholeNumber(connections, 1, MOST),
                in.wholeNumber(messages + "messages-per-second", 1, MOST),
                in.wholeNumber(messages + "messages-per-minute", 1, MOST));
    }

    private static OriginRules origins(SettingsReader in, boolean prod) {
        boolean required = in.choice("tickcast.origins.required", "false", SWITCH);
        String mayBe = "origins like https://app.example.com or https://*.example.com with commas between them"
                + (prod ? ", and not * in prod" : "");
        List<String> entries = in.list("tickcast.origins", mayBe, entry -> checkedOrigin(entry, prod));
        return new OriginRules(entries, required);
    }

    /** In prod, every page there is may not connect. */
    private static String checkedOrigin(String entry, boolean prod) {
        OriginRules alone = new OriginRules(List.of(entry), false);
        if (prod && alone.allowEveryOrigin()) {
            throw new IllegalArgumentException("Not in prod");
        }
        return entry;
    }

    /** One header and no other: a proxy passes on those that it does not know, as the client wrote them. */
    private static TrustedProxies proxies(SettingsReader in, boolean prod) {
        String mayBe = "addresses and ranges like 10.0.0.0/8 with commas between them"
                + (prod ? ", and not everybody in prod" : "");
        List<AddressRange> ranges = in.list(PROXIES, mayBe, range -> checkedRange(range, prod));
        String text = in.textIfSet(PROXIES);
        if (prod && text != null && text.matches(NOBODY)) {
            in.complain(PROXIES, mayBe, text);
        }
        return new TrustedProxies(ranges, Set.of(in.choice("tickcast.proxies.header", "x-forwarded-for", HEADERS)));
    }

    /** In prod, not everybody there is may say who he is. */
    private static AddressRange checkedRange(String text, boolean prod) {
        AddressRange range = AddressRange.of(text);
        if (prod && range.holdsEverybody()) {
            throw new IllegalArgumentException("Not in prod");
        }
        return range;
    }

    private static RejectModes rejectModes(SettingsReader in) {
        String everywhere = in.choice("tickcast.admission.reject-mode", "http", CLOSES) ? "close" : "http";
        Set<String> closing = new HashSet<>();
        for (Door door : Door.ALL) {
            if (in.choice("tickcast.admission.reject-mode." + door.id(), everywhere, CLOSES)) {
                closing.add(door.id());
            }
        }
        return new RejectModes(closing);
    }
}
