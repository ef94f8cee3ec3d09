package org.tickcast.admission;

import org.jspecify.annotations.Nullable;

/**
 * How a request came to us.
 *
 * @param client who opened the connection
 * @param secure whether that connection was encrypted
 * @param host what its Host header said, or null when it said nothing
 */
public record Arrival(
        ClientAddress client, boolean secure, @Nullable String host) {

    /** One hop further out, as far as the proxy there has told. What it has not told stays. */
    Arrival before(Hop hop) {
        return new Arrival(
                hop.from() == null ? client : ClientAddress.of(hop.from()),
                hop.secure() == null ? secure : hop.secure(),
                hop.host() == null ? host : hop.host());
    }

    /** The server as the client addressed it, or null when that cannot be made out. */
    public @Nullable OwnHost ownHost() {
        return host == null ? null : OwnHost.read(secure, host);
    }
}
