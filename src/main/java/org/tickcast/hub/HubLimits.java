package org.tickcast.hub;

import org.tickcast.wire.HubMessageLimits;

/**
 * All that is limited in the hub.
 *
 * @param nonsense after so many messages in a row that make no sense a socket is closed
 */
public record HubLimits(
        HubMessageLimits messages,
        NameLimits names,
        RoomLimits rooms,
        HistoryLimits history,
        TypingLimits typing,
        NotificationLimits notifications,
        PresenceLimits presence,
        int nonsense) {

    public static final HubLimits DEFAULTS = new HubLimits(
            HubMessageLimits.DEFAULTS,
            NameLimits.DEFAULTS,
            RoomLimits.DEFAULTS,
            HistoryLimits.DEFAULTS,
            TypingLimits.DEFAULTS,
            NotificationLimits.DEFAULTS,
            PresenceLimits.DEFAULTS,
            10);

    public HubLimits {
        Checked.atLeast(1, "nonsense", nonsense);
    }
}
