package org.tickcast.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.hub.HubEvent.Parting;
import org.tickcast.hub.RoomPresence.News;

/**
 * What happens because time goes by: who is offline by now, what a room is to be told, what is forgotten.
 *
 * <p>Threads: the hub's lock.
 */
final class Rounds {

    /** A lease has room for two that are lost. */
    private static final int SIGNS_OF_LIFE_IN_A_LEASE = 3;

    /** What is forgotten by age has gone long before anybody is shown it, so it need not go at once. */
    private static final Duration TIDYING = Duration.ofSeconds(10);

    private record PersonalNews(News news, String user) {}

    private final HubState state;
    private Instant nextSignOfLife = Instant.MIN;
    private Instant nextTidying = Instant.MIN;

    Rounds(HubState state) {
        this.state = state;
    }

    void tick(Instant now) {
        giveSignOfLife(now);
        state.devices.forgetSilentNodes(now);
        state.devices.goneOffline(now).forEach(user -> goneOffline(user, now));
        // Who is on another node only seems to be away while this one is alone.
        if (!state.alone) {
            partFromAbsent(now);
        }
        tellPresence(now);
        state.typists.tell(now).forEach(this::tellTyping);
        if (!now.isBefore(nextTidying)) {
            nextTidying = now.plus(TIDYING);
            tidy(state.now());
        }
        state.listener.counted(state.rooms.all().size(), state.devices.online());
    }

    private void giveSignOfLife(Instant now) {
        if (!now.isBefore(nextSignOfLife)) {
            nextSignOfLife = now.plus(state.limits.presence().lease().dividedBy(SIGNS_OF_LIFE_IN_A_LEASE));
            state.postbox.publish(new HubEvent.NodeAlive(state.node.value()));
        }
    }

    private void goneOffline(String user, Instant now) {
        List<Room> his = state.rooms.of(user);
        his.forEach(room -> room.presence().changed(user, News.OFFLINE, false));
        if (his.stream().anyMatch(room -> isThereByChance(room, user))) {
            state.absences.remove(user);
            state.absences.put(user, now.plus(state.limits.rooms().absence()));
        }
    }

    private void partFromAbsent(Instant now) {
        Iterator<Map.Entry<String, Instant>> soonestFirst =
                state.absences.entrySet().iterator();
        while (soonestFirst.hasNext()) {
            Map.Entry<String, Instant> next = soonestFirst.next();
            if (now.isBefore(next.getValue())) {
                return;
            }
            soonestFirst.remove();
            partFrom(next.getKey());
        }
    }

    private void partFrom(String user) {
        state.rooms.of(user).stream()
                .filter(room -> isThereByChance(room, user))
                .forEach(room -> state.postbox.publish(new HubEvent.MemberLeft(room.id(), user, Parting.ABSENT, null)));
    }

    /** He has come of himself, and nobody has given him a role. */
    private static boolean isThereByChance(Room room, String user) {
        return room.spec().access() == RoomAccess.PUBLIC && room.roleOf(user) == RoomRole.MEMBER;
    }

    private void tellPresence(Instant now) {
        Map<PersonalNews, Set<HubClient>> personal = new LinkedHashMap<>();
        for (Room room : state.rooms.all().values()) {
            RoomPresence.Telling telling = room.presence().tell(now);
            if (telling != null) {
                tell(room, telling, personal);
            }
        }
        // Whoever shares several rooms with somebody is told once that he is there.
        personal.forEach((news, clients) -> {
            state.sockets.of(news.user()).forEach(clients::remove);
            state.postbox.post(Frames.news(news.news(), news.user(), null), clients);
        });
    }

    private void tell(Room room, RoomPresence.Telling telling, Map<PersonalNews, Set<HubClient>> personal) {
        List<HubClient> audience = room.audience(state.sockets);
        PresenceDiff step = telling.step();
        News news = telling.news();
        String user = telling.user();
        if (news == null || user == null) {
            tellStep(room, step, new LinkedHashSet<>(audience));
            return;
        }
        tellStep(room, step, room.presence().watchers());
        if (news.isOfRoom()) {
            state.postbox.post(Frames.news(news, user, room.id()), audience);
        } else {
            personal.computeIfAbsent(new PersonalNews(news, user), first -> new LinkedHashSet<>())
                    .addAll(audience);
        }
    }

    private void tellStep(Room room, @Nullable PresenceDiff step, Set<HubClient> to) {
        if (step != null) {
            state.postbox.post(Frames.presence(room.id(), step), to);
        }
    }

    private void tellTyping(Typists.Telling telling) {
        Room room = state.rooms.find(telling.room());
        if (room != null) {
            Set<HubClient> others = new LinkedHashSet<>(room.audience(state.sockets));
            state.sockets.of(telling.user()).forEach(others::remove);
            state.postbox.post(Frames.typing(telling), others);
        }
    }

    private void tidy(Instant now) {
        state.saidBefore.forgetOver(now);
        state.notifications.forgetOld(now);
        state.rooms.all().values().forEach(room -> room.log().forget(now));
    }
}
