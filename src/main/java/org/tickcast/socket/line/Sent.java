package org.tickcast.socket.line;

/** Is told once of each message that was put on its way. */
public interface Sent {

    /** It has left: the server has taken all of it. */
    void left();

    /** It will not arrive, nor will any after it. */
    void failed(Throwable why);
}
