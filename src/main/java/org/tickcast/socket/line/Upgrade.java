package org.tickcast.socket.line;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpUpgradeHandler;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a handshake while the server turns it into a socket, and not any more afterwards.
 *
 * @param handler speaks for the server from now on
 * @param connection can be cut; null when the server does not let us
 */
public record Upgrade(HttpUpgradeHandler handler, @Nullable Connection connection) {

    /** @param request the server's own, not one of ours around it */
    public static Upgrade of(ServletRequest request, HttpUpgradeHandler handler) {
        return new Upgrade(handler, GrizzlyConnection.below(request));
    }

    /** What is below the socket. */
    interface Connection {

        void cut();

        /**
         * Lets the operating system keep so many bytes at most of what a client has not taken yet. Left alone it keeps
         * megabytes: minutes of a market, which a client that reads slowly then gets although it is long over.
         */
        void bufferAtMost(int bytes);
    }
}
