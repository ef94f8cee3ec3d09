package org.tickcast.socket;

import jakarta.websocket.SendHandler;
import org.tickcast.broadcast.Frame;

/** Puts one frame on the way to one client. */
interface FrameSender {

    /**
     * Returns at once. The handler hears exactly once when the frame has left or failed, perhaps before this returns.
     * The next frame may only be sent after that.
     */
    void send(Frame frame, SendHandler done);
}
