package org.tickcast.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message: {@code {"type":…,"payload":{…},"message_id":…}}. A field may stand in the payload, or beside it, as
 * older clients have it, or in both if it says the same. {@code from} and {@code timestamp} are never looked at.
 */
final class HubMessageReader {

    private static final int LONGEST_TYPE = 64;
    private static final String ROOM_ID = "room_id";

    private final HubMessageLimits limits;
    private final Map<String, @Nullable Object> message;
    private final Map<String, @Nullable Object> payload;

    private HubMessageReader(HubMessageLimits limits, Map<String, @Nullable Object> message) {
        this.limits = limits;
        this.message = message;
        this.payload = payloadOf(message);
    }

    static HubMessage read(String text, HubMessageLimits limits) {
        if (isLonger(text, limits.bytes())) {
            String words = "A message has at most " + limits.bytes() + " bytes";
            return new HubMessage(null, null, new HubCommand.Refused(HubError.TOO_BIG, words, null));
        }
        try {
            return new HubMessageReader(limits, JsonTree.object(text, limits.deepest(), limits.members())).message();
        } catch (BadJson bad) {
            return new HubMessage(null, null, new HubCommand.Refused(bad.error(), bad.words(), null));
        }
    }

    private HubMessage message() {
        String type = message.get("type") instanceof String text ? plain(text) : null;
        String messageId = null;
        try {
            messageId = optionalId("message_id");
            return new HubMessage(type, messageId, command());
        } catch (BadJson bad) {
            return new HubMessage(type, messageId, new HubCommand.Refused(bad.error(), bad.words(), roomIfClear()));
        }
    }

    private HubCommand command() {
        if (message.get("type") instanceof String type) {
            return command(type);
        }
        throw bad("type", "a text");
    }

    private HubCommand command(String type) {
        return switch (type) {
            case "chat", "room_message" -> new HubCommand.Say(type, room(), text());
            case "join_room" -> new HubCommand.JoinRoom(room(), optionalId("since"));
            case "leave_room" -> new HubCommand.LeaveRoom(room());
            case "typing" -> new HubCommand.Typing(room(), flag("is_typing"));
            case "ping" -> new HubCommand.Ping();
            case "pong" -> new HubCommand.Pong();
            case "notification_ack" -> new HubCommand.AckNotification(id("id"));
            case "history" -> history();
            case "rooms" -> new HubCommand.ListRooms(optionalId("after"));
            case "members" -> new HubCommand.Members(room(), optionalUser("after"));
            case "presence" -> new HubCommand.Presence(room(), flag("watch"));
            default -> throw unknown(plain(type));
        };
    }

    private HubCommand.History history() {
        String after = optionalId("after");
        String before = optionalId("before");
        if (after != null && before != null) {
            throw new BadJson(HubError.BAD_FIELD, "after and before are not for one request");
        }
        return new HubCommand.History(room(), after, before, limit());
    }

    private String room() {
        if (field(ROOM_ID) instanceof String room && HubText.isRoomId(room, limits.idCharacters())) {
            return room;
        }
        throw bad(
                ROOM_ID,
                "a text of at most " + limits.idCharacters() + " letters, digits and any of . _ : - among them");
    }

    private @Nullable String roomIfClear() {
        Object room = payload.getOrDefault(ROOM_ID, message.get(ROOM_ID));
        return room instanceof String id && HubText.isRoomId(id, limits.idCharacters()) ? id : null;
    }

    private String text() {
        if (field("message") instanceof String text) {
            return checked(text);
        }
        throw bad("message", "a text");
    }

    private String checked(String text) {
        HubError wrong = HubText.wrongWith(text, limits.textCodePoints());
        if (wrong == HubError.TEXT_TOO_LONG) {
            throw new BadJson(wrong, "message has at most " + limits.textCodePoints() + " characters");
        }
        if (wrong != null) {
            throw new BadJson(wrong, wrong.words());
        }
        return text;
    }

    private String id(String name) {
        String id = optionalId(name);
        if (id == null) {
            throw badId(name);
        }
        return id;
    }

    private @Nullable String optionalId(String name) {
        Object value = field(name);
        if (value == null) {
            return null;
        }
        if (value instanceof String id && HubText.isPlainId(id, limits.idCharacters())) {
            return id;
        }
        throw badId(name);
    }

    /** Users are called what their issuer calls them, which is bounded there. */
    private @Nullable String optionalUser(String name) {
        Object value = field(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw bad(name, "a text");
    }

    /** True where nothing is said: who sends {@code typing} is typing. */
    private boolean flag(String name) {
        Object value = field(name);
        if (value != null && !(value instanceof Boolean)) {
            throw bad(name, "true or false");
        }
        return !Boolean.FALSE.equals(value);
    }

    private int limit() {
        Object value = field("limit");
        if (value == null) {
            return 0;
        }
        if (value instanceof Long limit && limit >= 1 && limit <= Integer.MAX_VALUE) {
            return (int) (long) limit;
        }
        throw bad("limit", "a whole number from 1 on");
    }

    private @Nullable Object field(String name) {
        Object inside = payload.get(name);
        Object beside = message.get(name);
        if (inside != null && beside != null && !inside.equals(beside)) {
            throw new BadJson(HubError.BAD_FIELD, name + " is not the same in the payload and beside it");
        }
        return inside == null ? beside : inside;
    }

    @SuppressWarnings("unchecked") // The reader makes no other maps.
    private static Map<String, @Nullable Object> payloadOf(Map<String, @Nullable Object> message) {
        Object payload = message.get("payload");
        if (payload == null) {
            return Map.of();
        }
        if (payload instanceof Map<?, ?> object) {
            return (Map<String, @Nullable Object>) object;
        }
        throw bad("payload", "an object");
    }

    /** Only a plain word is ever repeated to the client. */
    private static @Nullable String plain(String type) {
        return HubText.isPlainId(type, LONGEST_TYPE) ? type : null;
    }

    private static BadJson unknown(@Nullable String type) {
        String words = HubError.UNKNOWN_TYPE.words();
        return new BadJson(HubError.UNKNOWN_TYPE, type == null ? words : words + ": " + type);
    }

    private BadJson badId(String name) {
        return bad(name, "a text of 1 to " + limits.idCharacters() + " visible ASCII characters");
    }

    private static BadJson bad(String name, String mustBe) {
        return new BadJson(HubError.BAD_FIELD, name + " must be " + mustBe);
    }

    private static boolean isLonger(String text, int bytes) {
        if (text.length() > bytes) {
            return true;
        }
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Half of a pair is two of its four bytes.
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length > bytes;
    }
}
