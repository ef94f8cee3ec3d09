package org.tickcast.admission;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a web page comes from, RFC 6454: scheme, host and port, taken apart and put into one form, so that two are the
 * same if and only if they are equal. Only pages of the web have one here: {@code http} and {@code https}.
 */
public record Origin(String scheme, String host, int port) {

    /** What a browser sends for a page without an origin, such as a file. It stands for any page, so it matches nothing. */
    public static final String OPAQUE = "null";

    private static final int LONGEST_TEXT = 512;
    private static final String HTTP = "http";
    private static final String HTTPS = "https";

    public Origin {
        if (!scheme.equals(HTTP) && !scheme.equals(HTTPS)) {
            throw new IllegalArgumentException("Pages come by http or https, not " + scheme);
        }
        if (!new Authority(host, port).equals(Authority.read(host + ":" + port))) {
            throw new IllegalArgumentException("No page comes from " + host + ":" + port);
        }
    }

    /**
     * Reads what a browser sends. Returns null for anything that is not one origin and nothing else. A browser writes
     * every host in ASCII, so other letters are none of its own, and some of them only look like a dot.
     */
    public static @Nullable Origin read(String text) {
        boolean ascii = text.length() <= LONGEST_TEXT && text.chars().allMatch(letter -> letter < 0x80);
        return ascii ? readAnyLetters(text) : null;
    }

    /** Reads what a person writes, in the letters of any language. */
    static @Nullable Origin readAnyLetters(String text) {
        int colon = text.indexOf("://");
        if (colon < 0 || text.length() > LONGEST_TEXT) {
            return null;
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        Authority authority = Authority.read(text.substring(colon + "://".length()));
        if (authority == null || !scheme.equals(HTTP) && !scheme.equals(HTTPS)) {
            return null;
        }
        Integer port = authority.port();
        return new Origin(scheme, authority.host(), port == null ? usualPort(scheme) : port);
    }

    boolean isSecure() {
        return scheme.equals(HTTPS);
    }

    /** The port that this scheme has when none is written. */
    int usualPort() {
        return usualPort(scheme);
    }

    private static int usualPort(String scheme) {
        return scheme.equals(HTTPS) ? 443 : 80;
    }

    /** As a browser writes it. */
    @Override
    public String toString() {
        return scheme + "://" + host + (port == usualPort() ? "" : ":" + port);
    }
}
