package org.tickcast.admission;

import java.time.Duration;

/**
 * How many may be in at once.
 *
 * @param connections open sockets of everybody
 * @param connectionsPerAddress open sockets of one address, all channels together
 * @param openWithin how long an admitted handshake may take to become an open socket before its place is given away
 */
public record AdmissionLimits(int connections, int connectionsPerAddress, Duration openWithin) {

    public AdmissionLimits {
        if (connections < 1) {
            throw new IllegalArgumentException("At least 1 connection, not " + connections);
        }
        if (connectionsPerAddress < 1) {
            throw new IllegalArgumentException("At least 1 connection per address, not " + connectionsPerAddress);
        }
        if (openWithin.isNegative() || openWithin.isZero()) {
            throw new IllegalArgumentException("A handshake needs some time, not " + openWithin);
        }
    }
}
