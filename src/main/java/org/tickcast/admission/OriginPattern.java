package org.tickcast.admission;

/**
 * One entry of the list of origins: an origin, or with {@code *.} before the host all those below it, however deep, and
 * not that host itself.
 */
record OriginPattern(Origin origin, boolean below) {

    private static final String ANYTHING_BELOW = "://*.";

    static OriginPattern of(String entry) {
        int star = entry.indexOf(ANYTHING_BELOW);
        Origin origin = Origin.readAnyLetters(star < 0 ? entry : entry.replace(ANYTHING_BELOW, "://"));
        if (origin == null || star >= 0 && !hasNamesBelow(origin.host())) {
            throw new IllegalArgumentException("\"" + entry + "\" is not an origin such as https://app.example.com,"
                    + " http://localhost:3000 or https://*.example.com");
        }
        return new OriginPattern(origin, star >= 0);
    }

    /** Addresses have nothing below them, and below {@code com} is half of the world. */
    private static boolean hasNamesBelow(String host) {
        boolean isAddress = host.startsWith("[") || IpAddress.read(host) != null;
        int dot = host.indexOf('.');
        boolean isTopLevel = dot < 0 || dot == host.length() - 1;
        return !isAddress && (!isTopLevel || host.equals("localhost"));
    }

    boolean matches(Origin page) {
        return below ? isBelow(page) : page.equals(origin);
    }

    private boolean isBelow(Origin page) {
        return page.scheme().equals(origin.scheme())
                && page.port() == origin.port()
                && page.host().endsWith("." + origin.host());
    }
}
