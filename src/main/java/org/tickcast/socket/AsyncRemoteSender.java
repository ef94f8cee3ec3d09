package org.tickcast.socket;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import org.tickcast.broadcast.Frame;

/** Sends through the API that every server has. */
final class AsyncRemoteSender implements FrameSender {

    private final RemoteEndpoint.Async remote;

    AsyncRemoteSender(RemoteEndpoint.Async remote) {
        this.remote = remote;
    }

    @Override
    public void send(Frame frame, SendHandler done) {
        try {
            remote.sendText(frame.text(), done);
        } catch (RuntimeException closedMeanwhile) {
            // Containers throw different exceptions for a socket that is just closing; for us it is a failed send.
            done.onResult(new SendResult(closedMeanwhile));
        }
    }
}
