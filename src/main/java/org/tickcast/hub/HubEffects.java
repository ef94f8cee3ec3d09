package org.tickcast.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tickcast.hub.HubEvent.Origin;
import org.tickcast.hub.HubEvent.Parting;
import org.tickcast.hub.RoomPresence.News;
import org.tickcast.wire.HubError;

/**
 * What each event changes, and whom of this node it is told. Between an event's being asked for and its being heard
 * others may have been heard, so what has to hold is looked at again: here, where it is the same for all nodes.
 */
final class HubEffects implements HubEventHandler {

    private final HubState state;

    HubEffects(HubState state) {
        this.state = state;
    }

    @Override
    public void roomMade(HubEvent.RoomMade event) {
        String owner = event.owner();
        if (state.rooms.wrongWithMaking(event.room(), owner) != null) {
            return;
        }
        Room room = new Room(event.room(), event.epoch(), state.limits);
        state.rooms.make(room);
        Room before = state.unconfirmed.remove(room.id());
        if (before != null) {
            room.takeOver(before, state.devices::isOnline);
        }
        if (owner != null) {
            enter(room, owner, RoomRole.OWNER);
            state.postbox.post(Frames.joined(room, owner, null), state.sockets.of(owner));
        }
    }

    @Override
    public void roomDeleted(HubEvent.RoomDeleted event) {
        Room room = state.rooms.find(event.room());
        if (room != null) {
            state.postbox.post(Frames.outOf("room_deleted", room.id(), null), room.audience(state.sockets));
            state.typists.gone(room.id());
            state.rooms.delete(room);
        }
    }

    @Override
    public void memberJoined(HubEvent.MemberJoined event) {
        Room room = state.rooms.find(event.room());
        HubError wrong = room == null ? HubError.ROOM_NOT_FOUND : state.rooms.wrongWithJoining(room, event.user());
        if (room == null || wrong != null) {
            refuse(wrong == null ? HubError.ROOM_NOT_FOUND : wrong, event.origin(), event.room());
            return;
        }
        HubClient asker = clientOf(event.origin());
        if (room.roleOf(event.user()) == null) {
            enter(room, event.user(), event.role());
            state.postbox.post(Frames.joined(room, event.user(), null), state.sockets.of(event.user(), asker));
        }
        if (asker != null && event.origin() != null) {
            state.postbox.post(Frames.joined(room, event.user(), event.origin().messageId()), asker);
            resume(room, event.since(), asker);
        }
    }

    private void enter(Room room, String user, RoomRole role) {
        state.rooms.join(room, user, role);
        room.presence().changed(user, News.JOINED, state.devices.isOnline(user));
    }

    private void resume(Room room, @Nullable String since, HubClient asker) {
        if (since != null) {
            HistoryPage missed = room.log().after(MessageId.parse(since), 0, state.now());
            state.postbox.post(Frames.history(room, missed, null), asker);
        }
    }

    @Override
    public void memberLeft(HubEvent.MemberLeft event) {
        Room room = state.rooms.find(event.room());
        if (room == null || room.roleOf(event.user()) == null) {
            refuse(room == null ? HubError.ROOM_NOT_FOUND : HubError.NOT_A_MEMBER, event.origin(), event.room());
            return;
        }
        // He has come back while it was on its way that he is away.
        if (event.how() == Parting.ABSENT && state.devices.isOnline(event.user())) {
            return;
        }
        state.rooms.leave(room, event.user());
        room.presence().changed(event.user(), News.LEFT, false);
        state.typists.stopped(room.id(), event.user());
        List<HubClient> his = state.sockets.of(event.user());
        his.forEach(room.presence()::unwatch);
        tellHim(event, room, his);
    }

    private void tellHim(HubEvent.MemberLeft event, Room room, List<HubClient> his) {
        String type = event.how() == Parting.REMOVED ? "room_removed" : "room_left";
        HubClient asker = clientOf(event.origin());
        if (asker != null && event.origin() != null) {
            state.postbox.post(Frames.outOf(type, room.id(), event.origin().messageId()), asker);
        }
        state.postbox.post(
                Frames.outOf(type, room.id(), null), asker == null ? his : state.sockets.of(event.user(), asker));
    }

    @Override
    public void memberAppointed(HubEvent.MemberAppointed event) {
        Room room = state.rooms.find(event.room());
        if (room != null && room.members().replace(event.user(), event.role()) != null) {
            state.postbox.post(
                    Frames.roleChanged(room.id(), event.user(), event.role()), state.sockets.of(event.user()));
        }
    }

    @Override
    public void said(HubEvent.Said event) {
        Room room = state.rooms.find(event.room());
        if (room == null) {
            refuse(HubError.ROOM_NOT_FOUND, event.origin(), event.room());
        } else if (!event.outsider() && room.roleOf(event.user()) == null) {
            refuse(HubError.NOT_A_MEMBER, event.origin(), event.room());
        } else {
            sayOnce(event, room);
        }
    }

    private void sayOnce(HubEvent.Said event, Room room) {
        String messageId = event.origin() == null ? null : event.origin().messageId();
        SaidBefore.Said before = messageId == null ? null : state.saidBefore.find(event.user(), messageId, event.at());
        if (before == null) {
            say(event, room, messageId);
        } else if (before.isSame(room.id(), event.text())) {
            tellOrigin(event.origin(), Frames.ack(room.id(), before.answer()));
        } else {
            refuse(HubError.MESSAGE_ID_REUSED, event.origin(), room.id());
        }
    }

    private void say(HubEvent.Said event, Room room, @Nullable String messageId) {
        ChatMessage message = room.log().add(event.type(), event.user(), event.text(), messageId, event.at());
        if (messageId != null) {
            // By the sender's clock, so that all nodes remember it for the same time.
            state.saidBefore.remember(event.user(), messageId, room.id(), message, event.at());
            tellOrigin(event.origin(), Frames.ack(room.id(), message));
        }
        state.typists.stopped(room.id(), event.user());
        state.postbox.post(Frames.message(room.id(), message), room.audience(state.sockets));
        state.listener.said(event.type(), onItsWay(event));
    }

    /** The clocks of two nodes are never quite the same. */
    private Duration onItsWay(HubEvent.Said event) {
        Duration age = Duration.between(event.at(), state.now());
        return age.isNegative() ? Duration.ZERO : age;
    }

    @Override
    public void typed(HubEvent.Typed event) {
        Room room = state.rooms.find(event.room());
        if (room == null || room.roleOf(event.user()) == null) {
            return;
        }
        if (event.typing()) {
            state.typists.typing(room.id(), event.user(), state.steadyNow());
        } else {
            state.typists.stopped(room.id(), event.user());
        }
    }

    @Override
    public void notified(HubEvent.Notified event) {
        Notification notification = event.notification();
        state.listener.notified();
        int dropped = state.notifications.keep(notification);
        if (dropped > 0) {
            state.listener.notificationsDropped(dropped);
        }
        state.postbox.post(Frames.notification(notification), state.sockets.of(notification.user()));
    }

    @Override
    public void notificationAcknowledged(HubEvent.NotificationAcknowledged event) {
        state.notifications.acknowledged(event.user(), event.id());
        state.postbox.post(Frames.notificationAcked(event.id(), null), state.sockets.of(event.user()));
    }

    @Override
    public void announced(HubEvent.Announced event) {
        state.postbox.post(Frames.broadcast(event.id(), event.from(), event.text(), event.at()), state.sockets.all());
        state.listener.announced();
    }

    @Override
    public void devicesChanged(HubEvent.DevicesChanged event) {
        Instant now = state.steadyNow();
        hearOf(event.node());
        if (state.devices.set(event.node(), event.user(), event.count(), now)) {
            state.absences.remove(event.user());
            state.rooms.of(event.user()).forEach(room -> room.presence().changed(event.user(), News.ONLINE, true));
        }
        if (event.opened() > 0) {
            tellOfDevice(event);
        }
    }

    private void tellOfDevice(HubEvent.DevicesChanged event) {
        LocalSockets.Socket opened =
                event.node().equals(state.node.value()) ? state.sockets.find(event.opened()) : null;
        List<HubClient> others = state.sockets.of(event.user(), opened == null ? null : opened.client());
        state.postbox.post(Frames.deviceConnected(state.devices.count(event.user())), others);
    }

    @Override
    public void nodeAlive(HubEvent.NodeAlive event) {
        hearOf(event.node());
    }

    /** This node knows itself, also when the bus is away and it does not hear itself. */
    private void hearOf(String node) {
        if (!node.equals(state.node.value()) && state.devices.heardOf(node, state.steadyNow())) {
            state.postbox.publish(new HubEvent.NodeAsked(node));
        }
    }

    @Override
    public void nodeGone(HubEvent.NodeGone event) {
        if (!event.node().equals(state.node.value())) {
            state.devices.forget(event.node(), state.steadyNow());
        }
    }

    @Override
    public void nodeAsked(HubEvent.NodeAsked event) {
        if (event.node().equals(state.node.value())) {
            state.sockets
                    .users()
                    .forEach(user -> state.postbox.publish(new HubEvent.DevicesChanged(
                            event.node(), user, state.sockets.of(user).size(), 0)));
        }
    }

    @Override
    public void counted(HubEvent.Counted event) {
        Room room = state.rooms.find(event.room());
        if (room != null) {
            room.log().count(event.last());
        }
    }

    @Override
    public void remembered(HubEvent.Remembered event) {
        Room room = state.rooms.find(event.room());
        if (room != null) {
            room.log().count(event.number() - 1);
            room.log().add(event.type(), event.user(), event.text(), event.messageId(), event.at());
        }
    }

    @Override
    public void answered(HubEvent.Answered event) {
        MessageId id = new MessageId(event.epoch(), event.number());
        ChatMessage answer = new ChatMessage(id, "", event.user(), "", event.messageId(), event.at());
        state.saidBefore.remember(event.user(), new SaidBefore.Said(event.digest(), answer, event.heard()));
    }

    private void refuse(HubError error, @Nullable Origin origin, String room) {
        if (origin != null) {
            state.listener.refused(error);
            tellOrigin(origin, Frames.error(error, origin, room));
        }
    }

    private void tellOrigin(@Nullable Origin origin, String frame) {
        HubClient asker = clientOf(origin);
        if (asker != null) {
            state.postbox.post(frame, asker);
        }
    }

    /** Null where it is on another node, or has gone. */
    private @Nullable HubClient clientOf(@Nullable Origin origin) {
        if (origin == null || !origin.node().equals(state.node.value())) {
            return null;
        }
        LocalSockets.Socket socket = state.sockets.find(origin.socket());
        return socket == null ? null : socket.client();
    }
}
