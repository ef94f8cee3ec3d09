package org.tickcast.admission;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host and perhaps a port, in the one way to write them: lower case, ASCII, IPv6 in brackets.
 *
 * @param port null when it is not written down
 */
record Authority(String host, @Nullable Integer port) {

    private static final int LONGEST_TEXT = 512;
    private static final int LONGEST_HOST = 254;
    private static final int LAST_PORT = 65_535;
    private static final Pattern PORT = Pattern.compile(":[1-9][0-9]{0,4}");
    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\\.|$))++");
    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("(?:.*\\.)?[0-9]+\\.?");

    /** Sharp s, final sigma and two joiners: Java writes them in another way than browsers, so as another host. */
    private static final Pattern DISPUTED = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

    /** Returns null for what is not a host with or without a port: a user, a path, a blank, a wildcard, a wrong port. */
    static @Nullable Authority read(String text) {
        if (text.length() > LONGEST_TEXT) {
            return null;
        }
        int end = endOfHost(text);
        String host = text.startsWith("[") ? literal(text.substring(0, end)) : name(text.substring(0, end));
        String port = text.substring(end);
        if (host == null || !port.isEmpty() && !isPort(port)) {
            return null;
        }
        return new Authority(host, port.isEmpty() ? null : Integer.valueOf(port.substring(1)));
    }

    private static int endOfHost(String text) {
        int colon = text.indexOf(':', text.indexOf(']') + 1);
        return colon < 0 ? text.length() : colon;
    }

    private static boolean isPort(String text) {
        return PORT.matcher(text).matches() && Integer.parseInt(text.substring(1)) <= LAST_PORT;
    }

    private static @Nullable String literal(String text) {
        if (!text.endsWith("]") || text.indexOf(':') < 0 || text.indexOf('%') >= 0) {
            return null;
        }
        IpAddress address = IpAddress.read(text.substring(1, text.length() - 1));
        // An IPv4 address in IPv6 clothes is another origin to a browser, and nobody's address bar shows it.
        return address == null || address.isFour() ? null : "[" + address + "]";
    }

    private static @Nullable String name(String text) {
        String ascii = ascii(text);
        if (ascii == null
                || ascii.length() > LONGEST_HOST
                || !NAME.matcher(ascii).matches()) {
            return null;
        }
        boolean wrongNumber = NUMBER_AT_THE_END.matcher(ascii).matches() && IpAddress.read(ascii) == null;
        return wrongNumber ? null : ascii;
    }

    private static @Nullable String ascii(String text) {
        if (DISPUTED.matcher(text).find()) {
            return null;
        }
        try {
            return IDN.toASCII(text).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return null;
        }
    }
}
