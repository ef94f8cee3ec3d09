package org.tickcast.socket;

import jakarta.websocket.SendResult;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.Frame;
import org.tickcast.broadcast.Mailbox;
import org.tickcast.broadcast.Subscriber;

/**
 * A client on a socket: gives it one frame at a time. The mailbox decides which frame is next and that only one thread
 * sends.
 *
 * <p>Threads: the tick delivers; the container's threads report that a frame has left, and send the next one.
 */
final class SocketSubscriber implements Subscriber {

    private final Mailbox mailbox = new Mailbox();
    private final FrameSender sender;
    private final Runnable onFailure;

    /** @param onFailure told once when a send fails; nothing is sent after that */
    SocketSubscriber(FrameSender sender, Runnable onFailure) {
        this.sender = sender;
        this.onFailure = onFailure;
    }

    @Override
    public void deliver(Frame frame) {
        send(mailbox.put(frame));
    }

    private void send(@Nullable Frame next) {
        if (next != null) {
            sender.send(next, this::sent);
        }
    }

    private void sent(SendResult result) {
        if (result.isOK()) {
            send(mailbox.sent());
        } else {
            onFailure.run();
        }
    }
}
