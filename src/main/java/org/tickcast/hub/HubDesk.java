package org.tickcast.hub;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tickcast.hub.HubEvent.Parting;
import org.tickcast.wire.HubError;
import org.tickcast.wire.HubText;

/**
 * The hub as the rest of the server sees it: rooms are made and deleted, members let in and put out, and somebody or
 * everybody is told something. Each asks the policy as a client's message does.
 *
 * <p>Done means that it is on its way: every node does it when it comes over the bus, which is at once where there is one
 * node. Of two who make the same room at the same time, one owns it.
 *
 * <p>Threads: any.
 */
public final class HubDesk {

    private final Hub hub;

    HubDesk(Hub hub) {
        this.hub = hub;
    }

    /** Rooms that belong to nobody. Those that are there already stay as they are. */
    public void furnish(List<RoomSpec> rooms) {
        hub.inside(state -> {
            rooms.forEach(room -> state.postbox.publish(new HubEvent.RoomMade(room, null, state.newName())));
            return rooms;
        });
    }

    /** Members that a room has from the start. Who cannot come in stays out. */
    public void seat(String room, Map<String, RoomRole> members) {
        hub.inside(state -> {
            members.forEach(
                    (user, role) -> state.postbox.publish(new HubEvent.MemberJoined(room, user, role, null, null)));
            return members;
        });
    }

    public HubAnswer<RoomSpec> createRoom(HubUser who, RoomSpec room) {
        return hub.inside(state -> {
            HubError wrong = state.policy.mayCreate(who, room.access())
                    ? state.rooms.wrongWithMaking(room, who.id())
                    : HubError.FORBIDDEN;
            if (wrong != null) {
                return refuse(state, wrong);
            }
            state.postbox.publish(new HubEvent.RoomMade(room, who.id(), state.newName()));
            return new HubAnswer.Done<>(room);
        });
    }

    public HubAnswer<RoomSpec> deleteRoom(HubUser who, String id) {
        return in(id, who, RoomAction.DELETE, (state, room) -> {
            state.postbox.publish(new HubEvent.RoomDeleted(id));
            return new HubAnswer.Done<>(room.spec());
        });
    }

    /** Makes somebody a member, or gives a member another role. */
    public HubAnswer<RoomRole> setMember(HubUser who, String id, String user, RoomRole role) {
        return in(id, who, RoomAction.INVITE, (state, room) -> {
            HubError wrong = wrongWithMember(state, who, room, user, role);
            if (wrong != null) {
                return refuse(state, wrong);
            }
            state.postbox.publish(
                    room.roleOf(user) == null
                            ? new HubEvent.MemberJoined(id, user, role, null, null)
                            : new HubEvent.MemberAppointed(id, user, role));
            return new HubAnswer.Done<>(role);
        });
    }

    private static @Nullable HubError wrongWithMember(
            HubState state, HubUser who, Room room, String user, RoomRole role) {
        if (!HubUser.isId(user)) {
            return HubError.BAD_FIELD;
        }
        boolean appoints = role != RoomRole.MEMBER || room.roleOf(user) != null;
        if (appoints && !state.policy.may(who, RoomAction.APPOINT, room.spec(), room.roleOf(who.id()))) {
            return HubError.ROOM_FORBIDDEN;
        }
        return state.rooms.wrongWithJoining(room, user);
    }

    /** Puts somebody out, at once; who may not appoint can do so to those below him only. */
    public HubAnswer<String> removeMember(HubUser who, String id, String user) {
        return in(id, who, RoomAction.REMOVE, (state, room) -> {
            RoomRole his = room.roleOf(user);
            if (his == null) {
                return refuse(state, HubError.NO_SUCH_MEMBER);
            }
            RoomRole own = room.roleOf(who.id());
            boolean above = own != null && own.isAbove(his);
            if (!above && !state.policy.may(who, RoomAction.APPOINT, room.spec(), own)) {
                return refuse(state, HubError.ROOM_FORBIDDEN);
            }
            state.postbox.publish(new HubEvent.MemberLeft(id, user, Parting.REMOVED, null));
            return new HubAnswer.Done<>(user);
        });
    }

    /** Says something in a room. */
    public HubAnswer<String> say(HubUser who, String id, String text) {
        return in(id, who, RoomAction.WRITE, (state, room) -> {
            HubError wrong = HubText.wrongWith(text, state.limits.messages().textCodePoints());
            if (wrong != null) {
                return refuse(state, wrong);
            }
            boolean outsider = room.roleOf(who.id()) == null;
            state.postbox.publish(new HubEvent.Said("room_message", id, who.id(), text, outsider, null, state.now()));
            return new HubAnswer.Done<>(text);
        });
    }

    /** Tells one user something, on all his devices, and keeps it until he acknowledges it. Its id is the answer. */
    public HubAnswer<String> notify(HubUser who, String user, String text) {
        return hub.inside(state -> {
            HubError wrong = HubUser.isId(user) ? wrongWithTelling(state, who, text) : HubError.BAD_FIELD;
            if (wrong != null) {
                return refuse(state, wrong);
            }
            String id = state.newName();
            state.postbox.publish(new HubEvent.Notified(new Notification(id, user, who.id(), text, state.now())));
            return new HubAnswer.Done<>(id);
        });
    }

    /** Tells everybody something who is there. Its id is the answer. */
    public HubAnswer<String> broadcast(HubUser who, String text) {
        return hub.inside(state -> {
            HubError wrong = wrongWithTelling(state, who, text);
            if (wrong != null) {
                return refuse(state, wrong);
            }
            String id = state.newName();
            state.postbox.publish(new HubEvent.Announced(id, who.id(), text, state.now()));
            return new HubAnswer.Done<>(id);
        });
    }

    /** Who of a room is there, as the room was told last. */
    public HubAnswer<PresenceState> presence(HubUser who, String id) {
        return in(
                id,
                who,
                RoomAction.READ,
                (state, room) -> new HubAnswer.Done<>(room.presence().told()));
    }

    /** Members of a room, by name. @param after those behind this one; null for the first page */
    public HubAnswer<RoomMembers> members(HubUser who, String id, @Nullable String after) {
        return in(
                id,
                who,
                RoomAction.READ,
                (state, room) -> new HubAnswer.Done<>(
                        RoomMembers.of(room, after, state.limits.rooms().page())));
    }

    /** What the user may see, by id. */
    public List<RoomSummary> rooms(HubUser who) {
        return hub.inside(state -> state.rooms.all().values().stream()
                .filter(room -> state.policy.may(who, RoomAction.SEE, room.spec(), room.roleOf(who.id())))
                .map(room -> new RoomSummary(
                        room.spec(), room.members().size(), room.presence().count()))
                .toList());
    }

    /** The rooms that a user is in, by id, for an operator. */
    public List<String> roomsOf(String user) {
        return hub.inside(
                state -> state.rooms.of(user).stream().map(Room::id).sorted().toList());
    }

    private static @Nullable HubError wrongWithTelling(HubState state, HubUser who, String text) {
        return state.policy.mayNotify(who)
                ? HubText.wrongWith(text, state.limits.messages().textCodePoints())
                : HubError.FORBIDDEN;
    }

    private <T> HubAnswer<T> in(
            String id, HubUser who, RoomAction action, BiFunction<HubState, Room, HubAnswer<T>> work) {
        return hub.inside(state -> {
            Room room = state.rooms.find(id);
            if (room == null) {
                return refuse(state, HubError.ROOM_NOT_FOUND);
            }
            RoomRole role = room.roleOf(who.id());
            if (!state.policy.may(who, action, room.spec(), role)) {
                return refuse(state, role == null ? HubError.NOT_A_MEMBER : HubError.ROOM_FORBIDDEN);
            }
            return work.apply(state, room);
        });
    }

    private static <T> HubAnswer<T> refuse(HubState state, HubError error) {
        state.listener.refused(error);
        return new HubAnswer.Refused<>(error);
    }
}
