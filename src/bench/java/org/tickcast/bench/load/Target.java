package org.tickcast.bench.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** The channel that is put under load. It is on this machine: a load generator is a weapon elsewhere. */
record Target(InetSocketAddress address, String authority, String resource) {

    Target {
        if (!address.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException("Only loopback addresses are put under load, not " + address);
        }
    }

    static Target of(String url) throws UnknownHostException {
        URI uri = URI.create(url);
        if (!"ws".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("--url must be like ws://127.0.0.1:8080/ws/market, was " + url);
        }
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Target(
                new InetSocketAddress(InetAddress.getByName(uri.getHost()), port), uri.getRawAuthority(), path + query);
    }

    /** For reports: its query may have a token. */
    String withoutSecrets() {
        return "ws://" + authority + resource.split("\\?", 2)[0];
    }
}
