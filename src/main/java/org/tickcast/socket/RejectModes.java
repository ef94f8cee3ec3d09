package org.tickcast.socket;

import java.util.EnumSet;
import java.util.Set;
import org.tickcast.admission.Verdict;
import org.tickcast.wire.CloseCode;

/**
 * At which doors a refusal completes the handshake, and closes the socket at once with the reason's code. A browser can
 * see that, and cannot see the status of a failed handshake. It takes no place. What keeps a flood out is refused by HTTP
 * at every door, because completing its handshakes would be doing its work.
 *
 * @param closingDoors where that is so
 */
public record RejectModes(Set<String> closingDoors) {

    private static final Set<CloseCode> ALWAYS_BY_HTTP = EnumSet.of(
            CloseCode.DRAINING,
            CloseCode.SERVER_FULL,
            CloseCode.OUT_OF_FILES,
            CloseCode.CONNECT_RATE,
            CloseCode.ORIGIN_REFUSED,
            CloseCode.NOT_ENCRYPTED);

    public RejectModes {
        closingDoors = Set.copyOf(closingDoors);
    }

    boolean closes(String door, Verdict.Refused refused) {
        return closingDoors.contains(door) && !ALWAYS_BY_HTTP.contains(refused.reason());
    }
}
