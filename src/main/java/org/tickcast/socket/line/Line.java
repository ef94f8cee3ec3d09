package org.tickcast.socket.line;

import org.tickcast.wire.TextMessage;

/** One client's connection, as far as we send over it. No method waits for the client, and none throws. */
public interface Line {

    /** Puts a message on its way. One at a time: the next may follow when {@code sent} was told of this one. */
    void send(TextMessage message, Sent sent);

    /** Sends a sign of life, on top of whatever else is on its way. Whether it arrives is for others to find out. */
    void send(SignOfLife sign);

    /** How many answers to the client's own pings the server has not got rid of; 0 where nobody can tell. */
    int pongsWaiting();

    /** Ends the connection from one moment to the next, without a word, whatever is on its way. */
    void cut();
}
