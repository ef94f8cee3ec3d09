package org.tickcast.hub;

import org.tickcast.wire.CloseCode;
import org.tickcast.wire.TextMessage;

/** One socket, as the hub sees it. Two are the same only when they are the same object. */
public interface HubClient {

    /** Who is on it now; always the same user, perhaps with other roles. */
    HubUser user();

    /**
     * Takes a frame for sending, the same object for all who are sent it, and returns at once however slow the reader is; it never throws. Frames come in order,
     * one after the other, from any thread.
     */
    void deliver(TextMessage frame);

    /** Ends it. The hub hears of the end by {@link Hub#closed}, as of any other. */
    void close(CloseCode reason);
}
