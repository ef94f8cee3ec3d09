package org.tickcast.admission;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one proxy says about the connection that reached it; null is what it does not say, or not so that we understand.
 */
record Hop(
        @Nullable IpAddress from,
        @Nullable Boolean secure,
        @Nullable String host) {

    /** Nothing is known of it, and so of nothing before it. */
    static final Hop UNREADABLE = new Hop(null, null, null);

    private static final Pattern IN_BRACKETS = Pattern.compile("\\[([^\\[\\]]*)](?::(?:[0-9]{1,5}|_[\\w.-]+))?");
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):(?:[0-9]{1,5}|_[\\w.-]+)");

    static Hop from(String node) {
        return new Hop(address(node), null, null);
    }

    /** The address in {@code 192.0.2.1}, {@code 192.0.2.1:80}, {@code 2001:db8::1} or {@code [2001:db8::1]:80}. */
    static @Nullable IpAddress address(String node) {
        Matcher brackets = IN_BRACKETS.matcher(node);
        if (brackets.matches()) {
            String inside = brackets.group(1);
            return inside.indexOf(':') < 0 ? null : IpAddress.read(inside);
        }
        Matcher port = WITH_PORT.matcher(node);
        return IpAddress.read(port.matches() ? port.group(1) : node);
    }

    static @Nullable Boolean secure(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "https", "wss" -> true;
            case "http", "ws" -> false;
            default -> null;
        };
    }

    /** The host as told, or null when nobody could have asked for it. */
    static @Nullable String host(String told) {
        return Authority.read(told) == null ? null : told;
    }
}
