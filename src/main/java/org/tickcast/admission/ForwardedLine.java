package org.tickcast.admission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line of {@code Forwarded}, RFC 7239: {@code for=192.0.2.1;proto=https, for="[2001:db8::1]:4711"}.
 *
 * <p>It is strict, because a client writes the beginning of the line and a proxy its end: a quote that the client leaves
 * open must not swallow what the proxy has added. A line that breaks the grammar anywhere is worth nothing.
 *
 * <p>Threads: one, for one line.
 */
final class ForwardedLine {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final String text;
    private int at;

    private ForwardedLine(String text) {
        this.text = text;
    }

    /** The hops in the line's order, or one that is unreadable. */
    static List<Hop> hops(String line) {
        List<Hop> hops = new ForwardedLine(line).hops();
        return hops == null ? List.of(Hop.UNREADABLE) : hops;
    }

    private @Nullable List<Hop> hops() {
        List<Hop> hops = new ArrayList<>();
        do {
            Map<String, String> pairs = pairs();
            if (pairs == null) {
                return null;
            }
            hops.add(hop(pairs));
        } while (take(','));
        return at == text.length() ? hops : null;
    }

    private static Hop hop(Map<String, String> pairs) {
        return new Hop(
                Hop.address(pairs.getOrDefault("for", "")),
                Hop.secure(pairs.getOrDefault("proto", "")),
                Hop.host(pairs.getOrDefault("host", "")));
    }

    private @Nullable Map<String, String> pairs() {
        Map<String, String> pairs = new HashMap<>();
        do {
            if (!takePair(pairs)) {
                return null;
            }
        } while (take(';'));
        return pairs;
    }

    private boolean takePair(Map<String, String> pairs) {
        skipBlanks();
        String name = token().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || !take('=')) {
            return false;
        }
        String value = take('"') ? restOfQuoted() : token();
        return value != null && pairs.putIfAbsent(name, value) == null;
    }

    private String token() {
        int start = at;
        while (at < text.length() && isTokenCharacter(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isTokenCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || TOKEN_MARKS.indexOf(c) >= 0;
    }

    /** Up to the closing quote, which has to come. */
    private @Nullable String restOfQuoted() {
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return value.toString();
            }
            if (c == '\\' && at < text.length()) {
                c = text.charAt(at++);
            }
            value.append(c);
        }
        return null;
    }

    private boolean take(char expected) {
        skipBlanks();
        if (at == text.length() || text.charAt(at) != expected) {
            return false;
        }
        at++;
        return true;
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }
}
