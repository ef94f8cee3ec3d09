package org.tickcast.admission;

import org.jspecify.annotations.Nullable;

/**
 * This server as a client has addressed it: the Host header, and whether the way to it was encrypted.
 *
 * <p>A page of this very host may always connect. Its scheme has to be the request's, with one exception: a page that
 * came by https may use a request that reached us in plain text, because something in front of us has taken the
 * encryption off and nobody has told us. Never the other way round: a page that came in plain text may have been written
 * by anybody on the way, so it does not get at what is served by https.
 */
public final class OwnHost {

    private final boolean secure;
    private final Authority authority;

    private OwnHost(boolean secure, Authority authority) {
        this.secure = secure;
        this.authority = authority;
    }

    /** Returns null when the header does not name a host. */
    public static @Nullable OwnHost read(boolean secure, String hostHeader) {
        Authority authority = Authority.read(hostHeader);
        return authority == null ? null : new OwnHost(secure, authority);
    }

    /** A port that the Host header leaves out is the usual one of the page's own scheme. */
    boolean serves(Origin page) {
        Integer port = authority.port();
        return (page.isSecure() || !secure)
                && page.host().equals(authority.host())
                && page.port() == (port == null ? page.usualPort() : port);
    }

    @Override
    public String toString() {
        return (secure ? "https://" : "http://")
                + authority.host()
                + (authority.port() == null ? "" : ":" + authority.port());
    }
}
