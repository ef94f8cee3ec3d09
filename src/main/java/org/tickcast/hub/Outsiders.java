package org.tickcast.hub;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.BadJson;
import org.tickcast.wire.HubMessageLimits;
import org.tickcast.wire.OutsideMessage;

/**
 * Publishers that are no clients, and push through a channel that older systems know: to everybody, to one user, or into
 * a room. Each node hears them by itself and tells its own clients, so each client is told once. Nothing of it is
 * numbered or remembered, and it is not asked whether they may: whoever reaches the channel may.
 *
 * <p>Threads: any.
 */
public final class Outsiders {

    private final Hub hub;
    private final HubMessageLimits limits;
    private final HubListener listener;

    Outsiders(Hub hub, HubMessageLimits limits, HubListener listener) {
        this.hub = hub;
        this.limits = limits;
        this.listener = listener;
    }

    /** Returns whether it made sense here; whoever published it is not answered. */
    public boolean heard(String text) {
        boolean understood = understood(text);
        listener.outsider(understood);
        return understood;
    }

    private boolean understood(String text) {
        try {
            OutsideMessage message = OutsideMessage.read(text, limits);
            return hub.inside(state -> tell(state, message));
        } catch (BadJson wrong) {
            return false;
        }
    }

    private static boolean tell(HubState state, OutsideMessage message) {
        Collection<HubClient> audience = audienceOf(state, message);
        if (audience != null && !audience.isEmpty()) {
            state.postbox.post(message.frame(state.now()), audience);
        }
        return audience != null;
    }

    /** Null where there is no such room. */
    private static @Nullable Collection<HubClient> audienceOf(HubState state, OutsideMessage message) {
        return switch (message.to()) {
            case EVERYBODY -> state.sockets.all();
            case USER -> state.sockets.of(message.whom());
            case ROOM -> {
                Room room = state.rooms.find(message.whom());
                yield room == null ? null : room.audience(state.sockets);
            }
        };
    }
}
