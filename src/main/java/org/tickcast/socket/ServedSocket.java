package org.tickcast.socket;

import org.tickcast.admission.ClientIdentity;
import org.tickcast.wire.CloseCode;

/** An open socket, as whoever serves its client sees it. */
public interface ServedSocket extends MessageSender {

    /** Who is on it now: always the same user, perhaps with another token. */
    ClientIdentity who();

    /** Says goodbye and closes it. */
    void close(CloseCode reason);
}
