package org.tickcast.socket;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tickcast.broadcast.Frame;

/** Sends through the API that every server has. */
final class AsyncRemoteSender implements FrameSender {

    private final RemoteEndpoint.Async remote;

    AsyncRemoteSender(RemoteEndpoint.Async remote) {
        this.remote = remote;
    }

    @Override
    public void send(Frame frame, SendHandler done) {
        AtomicBoolean told = new AtomicBoolean();
        SendHandler once = result -> {
            if (told.compareAndSet(false, true)) {
                done.onResult(result);
            }
        };
        try {
            remote.sendText(frame.text(), once);
        } catch (RuntimeException closedMeanwhile) {
            // Containers throw different exceptions for a socket that is just closing; for us it is a failed send.
            once.onResult(new SendResult(closedMeanwhile));
        }
    }
}
