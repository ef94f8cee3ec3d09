package org.tickcast.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.tickcast.admission.Lease;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;

/** A client that is in: its session, its place, and the subscriber that feeds it. */
record OpenSocket(Session session, Channel channel, Lease lease, SocketSubscriber subscriber) {

    private static final System.Logger LOG = System.getLogger(OpenSocket.class.getName());

    static void close(Session session, CloseCode reason) {
        try {
            session.close(new CloseReason(CloseCodes.getCloseCode(reason.code()), reason.title()));
        } catch (IOException | RuntimeException gone) {
            // Mostly the other side was faster; servers say so in many ways. Nothing is left to be closed.
            LOG.log(Level.DEBUG, "Socket {0} could not be closed: {1}", session.getId(), gone);
        }
    }
}
