package org.tickcast.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that nodes know together, as events from which another comes to know the same: rooms, members, what was said and what
 * somebody is to be told. Who is there is not in it; each node says that of itself.
 *
 * <p>Threads: the hub's lock.
 */
final class HubKnowledge {

    private record Words(String from, String text, Instant at) {

        static Words of(ChatMessage message) {
            return new Words(message.from(), message.text(), message.at());
        }
    }

    private HubKnowledge() {}

    static List<String> of(HubState state) {
        List<HubEvent> events = new ArrayList<>();
        state.rooms.all().values().forEach(room -> tell(room, events));
        state.notifications.all().forEach(kept -> events.add(new HubEvent.Notified(kept)));
        state.saidBefore.forEach((user, said) -> events.add(new HubEvent.Answered(
                user,
                String.valueOf(said.answer().messageId()),
                said.digest(),
                said.answer().id().epoch(),
                said.answer().id().number(),
                said.answer().at(),
                said.heard())));
        return events.stream().map(HubEventCodec::write).toList();
    }

    private static void tell(Room room, List<HubEvent> events) {
        events.add(new HubEvent.RoomMade(room.spec(), null, room.log().epoch()));
        room.members()
                .forEach((user, role) -> events.add(new HubEvent.MemberJoined(room.id(), user, role, null, null)));
        room.log()
                .all()
                .forEach(said -> events.add(new HubEvent.Remembered(
                        room.id(),
                        said.id().number(),
                        said.type(),
                        said.from(),
                        said.text(),
                        said.messageId(),
                        said.at())));
        events.add(new HubEvent.Counted(room.id(), room.log().last().number()));
    }

    /**
     * Forgets what was known and lets it be told anew. Clients of this node hear what it had missed.
     *
     * @param told in which nobody is told anything
     */
    static void replace(HubState state, Runnable told) {
        Map<String, Room> before = new HashMap<>(state.rooms.all());
        Set<String> notified =
                state.notifications.all().stream().map(Notification::id).collect(Collectors.toSet());
        state.unconfirmed.clear();
        state.rooms.forgetAll();
        state.notifications.forgetAll();
        state.saidBefore.forgetAll();
        state.postbox.silently(told);
        before.values().forEach(old -> tellOf(state, old, state.rooms.find(old.id())));
        state.notifications.all().stream()
                .filter(kept -> !notified.contains(kept.id()))
                .forEach(kept -> state.postbox.post(Frames.notification(kept), state.sockets.of(kept.user())));
    }

    private static void tellOf(HubState state, Room old, @Nullable Room now) {
        if (now == null) {
            // It was deleted; or made while this node was alone, and then that is heard again.
            state.unconfirmed.put(old.id(), old);
            return;
        }
        now.takeOver(old, state.devices::isOnline);
        Set<Words> heard = old.log().all().stream().map(Words::of).collect(Collectors.toCollection(HashSet::new));
        now.log().all().stream()
                .filter(message -> !heard.contains(Words.of(message)))
                .forEach(message -> state.postbox.post(Frames.message(now.id(), message), now.audience(state.sockets)));
    }
}
