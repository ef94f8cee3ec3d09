package org.tickcast.hub;

import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import org.tickcast.hub.HubEvent.Origin;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.HubCommand;
import org.tickcast.wire.HubCommandHandler;
import org.tickcast.wire.HubError;
import org.tickcast.wire.HubFrame;
import org.tickcast.wire.HubMessage;

/**
 * One message of one client, while it is dealt with. What needs nobody else is answered at once; what others have to know
 * becomes an event, if it may; and if not, the client is told why.
 */
final class Hearing implements HubCommandHandler {

    private final HubState state;
    private final LocalSockets.Socket socket;
    private final HubUser user;
    private final @Nullable String type;
    private final @Nullable String messageId;

    private Hearing(HubState state, LocalSockets.Socket socket, HubMessage message) {
        this.state = state;
        this.socket = socket;
        this.user = socket.client().user();
        this.type = message.type();
        this.messageId = message.messageId();
    }

    static void of(HubState state, LocalSockets.Socket socket, HubMessage message) {
        message.command().accept(new Hearing(state, socket, message));
        if (message.type() != null && !(message.command() instanceof HubCommand.Refused)) {
            socket.madeSense();
            state.listener.heard(message.type());
        }
    }

    @Override
    public void join(HubCommand.JoinRoom command) {
        Room room = find(command.room());
        if (room == null) {
            return;
        }
        if (!may(RoomAction.JOIN, room)) {
            refuse(HubError.ROOM_FORBIDDEN, room.id());
            return;
        }
        HubError wrong = state.rooms.wrongWithJoining(room, user.id());
        if (wrong != null) {
            refuse(wrong, room.id());
            return;
        }
        state.postbox.publish(
                new HubEvent.MemberJoined(room.id(), user.id(), RoomRole.MEMBER, command.since(), origin()));
    }

    @Override
    public void leave(HubCommand.LeaveRoom command) {
        Room room = find(command.room());
        if (room == null) {
            return;
        }
        if (room.roleOf(user.id()) == null) {
            refuse(HubError.NOT_A_MEMBER, room.id());
            return;
        }
        state.postbox.publish(new HubEvent.MemberLeft(room.id(), user.id(), HubEvent.Parting.LEFT, origin()));
    }

    @Override
    public void say(HubCommand.Say command) {
        Room room = findFor(RoomAction.WRITE, command.room());
        if (room == null) {
            return;
        }
        boolean outsider = room.roleOf(user.id()) == null;
        state.postbox.publish(new HubEvent.Said(
                command.type(), room.id(), user.id(), command.text(), outsider, origin(), state.now()));
    }

    @Override
    public void typing(HubCommand.Typing command) {
        Room room = findFor(RoomAction.TYPE, command.room());
        if (room == null || room.presence().count() > state.limits.typing().listeners()) {
            return;
        }
        // Each key that is pressed would be an event otherwise.
        if (state.typists.isNews(room.id(), user.id(), command.typing(), state.steadyNow())) {
            state.postbox.publish(new HubEvent.Typed(room.id(), user.id(), command.typing()));
        }
    }

    @Override
    public void ping(HubCommand.Ping command) {
        reply(HubFrame.pong(messageId));
    }

    @Override
    public void ackNotification(HubCommand.AckNotification command) {
        if (state.notifications.has(user.id(), command.id())) {
            state.postbox.publish(new HubEvent.NotificationAcknowledged(user.id(), command.id()));
        } else {
            // Another device was faster, or it is too long ago; in either case it will not come again.
            reply(Frames.notificationAcked(command.id(), messageId));
        }
    }

    @Override
    public void history(HubCommand.History command) {
        Room room = findFor(RoomAction.READ, command.room());
        if (room != null) {
            reply(Frames.history(room, page(room.log(), command), messageId));
        }
    }

    private HistoryPage page(RoomLog log, HubCommand.History command) {
        if (command.after() != null) {
            return log.after(MessageId.parse(command.after()), command.limit(), state.now());
        }
        if (command.before() != null) {
            return log.before(MessageId.parse(command.before()), command.limit(), state.now());
        }
        return log.newest(command.limit(), state.now());
    }

    @Override
    public void listRooms(HubCommand.ListRooms command) {
        NavigableMap<String, Room> all = state.rooms.all();
        int page = state.limits.rooms().page();
        List<Room> seen = (command.after() == null ? all : all.tailMap(command.after(), false))
                .values().stream()
                        .filter(room -> may(RoomAction.SEE, room))
                        .limit(page + 1L)
                        .toList();
        boolean more = seen.size() > page;
        reply(Frames.rooms(user.id(), more ? seen.subList(0, page) : seen, more, messageId));
    }

    @Override
    public void members(HubCommand.Members command) {
        Room room = findFor(RoomAction.READ, command.room());
        if (room == null) {
            return;
        }
        RoomMembers page =
                RoomMembers.of(room, command.after(), state.limits.rooms().page());
        reply(Frames.members(room.id(), page, messageId));
    }

    @Override
    public void presence(HubCommand.Presence command) {
        Room room = findFor(RoomAction.READ, command.room());
        if (room == null) {
            return;
        }
        // Who is no member may look, where he may, but is told nothing afterwards: he is in nobody's audience.
        if (command.watch() && room.roleOf(user.id()) != null) {
            room.presence().watch(socket.client());
        } else {
            room.presence().unwatch(socket.client());
        }
        reply(Frames.presence(room.id(), room.presence().told(), messageId));
    }

    @Override
    public void refused(HubCommand.Refused command) {
        state.listener.refused(command.error());
        reply(Frames.error(command.error(), command.words(), type, command.room(), messageId));
        if (isNonsense(command.error()) && socket.madeNoSense() >= state.limits.nonsense()) {
            HubClient client = socket.client();
            state.postbox.later(() -> client.close(CloseCode.BAD_REQUEST));
        }
    }

    /** No client that only is newer or older than we are says such a thing. */
    private static boolean isNonsense(HubError error) {
        return error == HubError.NOT_JSON || error == HubError.TOO_BIG || error == HubError.TOO_DEEP;
    }

    private @Nullable Room find(String id) {
        Room room = state.rooms.find(id);
        if (room == null) {
            refuse(HubError.ROOM_NOT_FOUND, id);
        }
        return room;
    }

    /** The room, if there is one and this may be done in it; otherwise the client has been told. */
    private @Nullable Room findFor(RoomAction action, String id) {
        Room room = find(id);
        if (room == null || may(action, room)) {
            return room;
        }
        refuse(room.roleOf(user.id()) == null ? HubError.NOT_A_MEMBER : HubError.ROOM_FORBIDDEN, id);
        return null;
    }

    private boolean may(RoomAction action, Room room) {
        return state.policy.may(user, action, room.spec(), room.roleOf(user.id()));
    }

    private void refuse(HubError error, String room) {
        state.listener.refused(error);
        reply(Frames.error(error, error.words(), type, room, messageId));
    }

    private void reply(String frame) {
        state.postbox.post(frame, socket.client());
    }

    private Origin origin() {
        return new Origin(state.node.value(), socket.number(), String.valueOf(type), messageId);
    }
}
