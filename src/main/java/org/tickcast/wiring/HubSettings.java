package org.tickcast.wiring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.hub.GuestNames;
import org.tickcast.hub.HistoryLimits;
import org.tickcast.hub.HubLimits;
import org.tickcast.hub.HubUser;
import org.tickcast.hub.NameLimits;
import org.tickcast.hub.NotificationLimits;
import org.tickcast.hub.PresenceLimits;
import org.tickcast.hub.RoomAccess;
import org.tickcast.hub.RoomLimits;
import org.tickcast.hub.RoomRole;
import org.tickcast.hub.RoomSpec;
import org.tickcast.hub.socket.WaitingLimits;
import org.tickcast.wire.HubMessageLimits;

/**
 * The hub, and the rooms that it has from the start.
 *
 * @param waiting how far behind a client may be
 * @param guests what guests are called; null when nodes agree on it themselves
 */
record HubSettings(
        HubLimits limits,
        WaitingLimits waiting,
        List<Room> rooms,
        @Nullable GuestNames guests) {

    /** @param members the role of each */
    record Room(RoomSpec spec, Map<String, RoomRole> members) {}

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final int MANY = 1_000_000;
    /** So that it fits into a message of 16 KiB, in whichever language. */
    private static final int LONGEST_TEXT = 4_000;
    /** A character takes two in Java at worst, and a text stands in a frame twice. */
    private static final int PER_CHARACTER = 4;

    private static final int AROUND_A_TEXT = 1_000;
    private static final String GUEST_SECRET = "tickcast.hub.guest-secret";
    private static final int SHORTEST_SECRET = 32;
    private static final String ROOMS = "tickcast.hub.rooms";
    private static final String USERS = "users with commas between them";

    static HubSettings read(SettingsReader in) {
        HubLimits limits = limits(in);
        WaitingLimits waiting = new WaitingLimits(
                in.wholeNumber("tickcast.hub.waiting-frames", 1, MANY),
                in.wholeNumber("tickcast.hub.waiting-characters", 1, Integer.MAX_VALUE));
        complainIfNobodyCouldConnect(in, limits, waiting);
        return new HubSettings(limits, waiting, rooms(in, limits), guests(in));
    }

    private static @Nullable GuestNames guests(SettingsReader in) {
        String secret = in.token(GUEST_SECRET, SHORTEST_SECRET);
        // Of one that is too short the reader has complained.
        return secret == null || secret.length() < SHORTEST_SECRET
                ? null
                : new GuestNames(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static HubLimits limits(SettingsReader in) {
        HubLimits usual = HubLimits.DEFAULTS;
        HubMessageLimits messages = usual.messages();
        HistoryLimits history = usual.history();
        PresenceLimits presence = usual.presence();
        return new HubLimits(
                new HubMessageLimits(
                        messages.bytes(),
                        messages.deepest(),
                        messages.members(),
                        messages.idCharacters(),
                        in.wholeNumber("tickcast.hub.text-length", 1, LONGEST_TEXT)),
                new NameLimits(
                        in.wholeNumber("tickcast.hub.room-id-length", 1, RoomSpec.LONGEST_ID),
                        in.wholeNumber("tickcast.hub.room-name-length", 1, RoomSpec.LONGEST_NAME)),
                new RoomLimits(
                        in.wholeNumber("tickcast.hub.max-rooms", 1, MANY),
                        in.wholeNumber("tickcast.hub.members-per-room", 1, MANY),
                        in.wholeNumber("tickcast.hub.rooms-per-user", 1, MANY),
                        in.duration("tickcast.hub.absence", Duration.ZERO, DAY),
                        usual.rooms().page()),
                new HistoryLimits(
                        in.wholeNumber("tickcast.hub.history-messages", 1, 10_000),
                        in.duration("tickcast.hub.history-age", SECOND, YEAR),
                        history.page(),
                        history.pageCharacters(),
                        history.sameMessage(),
                        history.idsPerUser(),
                        history.ids()),
                usual.typing(),
                new NotificationLimits(
                        in.wholeNumber("tickcast.hub.notifications-per-user", 1, 1_000),
                        usual.notifications().all(),
                        in.duration("tickcast.hub.notification-age", SECOND, YEAR)),
                new PresenceLimits(
                        presence.interval(),
                        presence.named(),
                        presence.listed(),
                        in.duration("tickcast.hub.grace", Duration.ZERO, Duration.ofMinutes(10)),
                        presence.lease()),
                usual.nonsense());
    }

    /** Who connects is told at once all that was kept for him, and must not be closed for that. */
    private static void complainIfNobodyCouldConnect(SettingsReader in, HubLimits limits, WaitingLimits waiting) {
        int kept = limits.notifications().perUser();
        if (waiting.frames() < kept) {
            in.complain(
                    "tickcast.hub.waiting-frames",
                    "at least tickcast.hub.notifications-per-user, " + kept,
                    String.valueOf(waiting.frames()));
        }
        long characters = (long) kept * (PER_CHARACTER * limits.messages().textCodePoints() + AROUND_A_TEXT);
        if (waiting.characters() < characters) {
            in.complain(
                    "tickcast.hub.waiting-characters",
                    "at least " + characters + ", which the notifications of one user may have",
                    String.valueOf(waiting.characters()));
        }
    }

    private static List<Room> rooms(SettingsReader in, HubLimits all) {
        RoomLimits limits = all.rooms();
        List<String> ids = in.list(ROOMS, "names of rooms with commas between them", HubSettings::roomId);
        if (ids.size() > limits.rooms()) {
            in.complain(ROOMS, "at most tickcast.hub.max-rooms, " + limits.rooms(), ids.size() + " rooms");
        }
        List<Room> rooms = new ArrayList<>();
        ids.stream().distinct().forEach(id -> rooms.add(room(in, id, limits)));
        rooms.forEach(room -> complainOfLongNames(in, room.spec(), all.names()));
        complainOfThoseInTooMany(in, rooms, limits.roomsPerUser());
        return List.copyOf(rooms);
    }

    private static void complainOfLongNames(SettingsReader in, RoomSpec room, NameLimits limits) {
        if (!limits.allow(room)) {
            in.complain(
                    ROOMS,
                    "rooms whose id and name have at most tickcast.hub.room-id-length, " + limits.roomId()
                            + ", and tickcast.hub.room-name-length, " + limits.roomName() + ", characters",
                    room.id());
        }
    }

    private static String roomId(String text) {
        String id = SettingsReader.name(text);
        if (!RoomSpec.isValid(id, id)) {
            throw new IllegalArgumentException("No id of a room: " + text);
        }
        return id;
    }

    private static Room room(SettingsReader in, String id, RoomLimits limits) {
        String property = ROOMS + "." + id;
        boolean isPrivate = in.choice(property + ".private", "false", Map.of("true", true, "false", false));
        Map<String, RoomRole> members = new LinkedHashMap<>();
        seat(in, property + ".members", RoomRole.MEMBER, members);
        seat(in, property + ".moderators", RoomRole.MODERATOR, members);
        seat(in, property + ".owner", RoomRole.OWNER, members);
        if (members.size() > limits.members()) {
            in.complain(
                    property + ".members",
                    "at most tickcast.hub.members-per-room, " + limits.members(),
                    members.size() + " users");
        }
        RoomAccess access = isPrivate ? RoomAccess.PRIVATE : RoomAccess.PUBLIC;
        return new Room(new RoomSpec(id, name(in, property + ".name", id), access), Map.copyOf(members));
    }

    private static String name(SettingsReader in, String property, String id) {
        String name = in.textIfSet(property);
        if (name == null || name.isEmpty()) {
            return id;
        }
        if (!RoomSpec.isValid(id, name)) {
            in.complain(property, "1 to " + RoomSpec.LONGEST_NAME + " characters, no control characters", name);
            return id;
        }
        return name;
    }

    /** Of two roles the higher one holds. */
    private static void seat(SettingsReader in, String property, RoomRole role, Map<String, RoomRole> members) {
        in.list(property, USERS, HubSettings::user).forEach(user -> members.put(user, role));
    }

    private static String user(String id) {
        if (!HubUser.isId(id)) {
            throw new IllegalArgumentException("Nobody is called " + id);
        }
        return id;
    }

    private static void complainOfThoseInTooMany(SettingsReader in, List<Room> rooms, int most) {
        Map<String, Integer> counts = new HashMap<>();
        rooms.forEach(room -> room.members().keySet().forEach(user -> counts.merge(user, 1, Integer::sum)));
        @Nullable String busiest = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > most)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(null);
        if (busiest != null) {
            in.complain(
                    ROOMS,
                    "at most tickcast.hub.rooms-per-user, " + most + ", that have the same user",
                    counts.get(busiest) + " with " + busiest);
        }
    }
}
