package org.tickcast.socket;

/**
 * What a client may send.
 *
 * @param messageBytes the longest message, in bytes; a longer one closes its socket with 1009
 */
public record SocketLimits(int messageBytes) {

    public SocketLimits {
        if (messageBytes < 1) {
            throw new IllegalArgumentException("At least 1 byte per message, not " + messageBytes);
        }
    }
}
