package org.tickcast.testing.server;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import org.jspecify.annotations.Nullable;
import org.tickcast.hub.HouseRules;
import org.tickcast.hub.HubUser;
import org.tickcast.hub.RoomAccess;
import org.tickcast.hub.RoomAction;
import org.tickcast.hub.RoomPolicy;
import org.tickcast.hub.RoomRole;
import org.tickcast.hub.RoomSpec;

/** A policy of somebody else's: editors make rooms for news, and in these plain members only read. docs/hub.md shows it. */
@Alternative
@Priority(1)
@ApplicationScoped
public class NewsRooms implements RoomPolicy {

    private final RoomPolicy usual = HouseRules.DEFAULT;

    @Override
    public boolean may(HubUser who, RoomAction action, RoomSpec room, @Nullable RoomRole role) {
        boolean onlyReads = room.id().startsWith("news.") && role == RoomRole.MEMBER;
        return !(onlyReads && action == RoomAction.WRITE) && usual.may(who, action, room, role);
    }

    @Override
    public boolean mayCreate(HubUser who, RoomAccess access) {
        return usual.mayCreate(who, access) || who.roles().contains("editor");
    }

    @Override
    public boolean mayNotify(HubUser who) {
        return usual.mayNotify(who);
    }
}
