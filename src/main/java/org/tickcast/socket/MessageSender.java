package org.tickcast.socket;

import org.tickcast.wire.TextMessage;

/** Sends to one client, one message at a time, without waiting for it. */
public interface MessageSender {

    /** @param whenLeft the next message may follow from there; called by any thread, perhaps before this returns */
    void send(TextMessage message, Runnable whenLeft);
}
