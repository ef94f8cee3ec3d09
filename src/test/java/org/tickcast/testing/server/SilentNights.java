package org.tickcast.testing.server;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jspecify.annotations.Nullable;
import org.tickcast.hub.HubUser;
import org.tickcast.hub.RoomAccess;
import org.tickcast.hub.RoomAction;
import org.tickcast.hub.RoomPolicy;
import org.tickcast.hub.RoomRole;
import org.tickcast.hub.RoomSpec;

/** A policy of somebody else's: everybody may make rooms, and nobody may write in them. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SilentNights implements RoomPolicy {

    @Override
    public boolean may(HubUser who, RoomAction action, RoomSpec room, @Nullable RoomRole role) {
        return action != RoomAction.WRITE;
    }

    @Override
    public boolean mayCreate(HubUser who, RoomAccess access) {
        return true;
    }

    @Override
    public boolean mayNotify(HubUser who) {
        return false;
    }
}
