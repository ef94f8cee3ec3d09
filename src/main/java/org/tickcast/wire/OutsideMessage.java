package org.tickcast.wire;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody publishes who is no client, in one of the three shapes that older systems know: a frame for everybody, for
 * one user, or for a room. It is checked as what a client says is. Whoever it says that it is from, it is from outside.
 *
 * @param whom the user or the room; empty for everybody
 * @param type of the frame
 * @param fields of the frame, without those that only the server gives
 */
public record OutsideMessage(To to, String whom, String type, Map<String, @Nullable Object> fields) {

    /** For whom it is. */
    public enum To {
        EVERYBODY,
        USER,
        ROOM
    }

    /** With what the name begins of whoever is no client. */
    public static final String PREFIX = "outside:";

    private static final String NOBODY = "unnamed";
    private static final int LONGEST_NAME = 128;

    /** Texts that people read. Other types are of whoever publishes, as long as they are none of {@link #OURS}. */
    private static final Set<String> TEXTS = Set.of("chat", "room_message", "notification", "broadcast");

    /** What a client takes for the word of the server. */
    private static final Set<String> OURS = Set.of(
            "ack",
            "auth",
            "device_connected",
            "error",
            "history",
            "members",
            "notification_acked",
            "ping",
            "pong",
            "presence_diff",
            "presence_state",
            "role_changed",
            "room_deleted",
            "room_joined",
            "room_left",
            "room_removed",
            "rooms",
            "typing",
            "user_joined",
            "user_left",
            "user_offline",
            "user_online");

    /** Numbers and names that only the server gives, and what stands around the fields. */
    private static final Set<String> NOT_THEIRS =
            Set.of("id", "message_id", "at", "timestamp", "room_id", "from", "type", "payload");

    public OutsideMessage {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** @throws BadJson when it is no such message */
    public static OutsideMessage read(String text, HubMessageLimits limits) {
        Map<String, @Nullable Object> said = JsonTree.object(text, limits.deepest(), limits.members());
        Map<?, ?> frame = object(said.get("payload"));
        return switch (text(said, "type")) {
            case "broadcast" -> read(To.EVERYBODY, "", frame, limits);
            case "user_message" -> read(To.USER, text(said, "user_id"), frame, limits);
            case "room_message" -> read(To.ROOM, text(said, "room_id"), frame, limits);
            default -> throw wrong(HubError.UNKNOWN_TYPE);
        };
    }

    private static OutsideMessage read(To to, String whom, Map<?, ?> frame, HubMessageLimits limits) {
        String type = text(frame, "type");
        if (OURS.contains(type) || !HubText.isPlainId(type, limits.idCharacters())) {
            throw wrong(HubError.UNKNOWN_TYPE);
        }
        Map<?, ?> payload = frame.containsKey("payload") ? object(frame.get("payload")) : frame;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        payload.forEach((name, value) -> {
            if (!NOT_THEIRS.contains((String) name)) {
                fields.put((String) name, value);
            }
        });
        if (TEXTS.contains(type)) {
            checkText(text(fields, "message"), limits);
        }
        fields.put("from", PREFIX + name(payload.get("from")));
        return new OutsideMessage(to, whom, type, fields);
    }

    /** What clients are told. */
    public String frame(Instant now) {
        HubFrame frame = HubFrame.of(type);
        fields.forEach(frame::with);
        return frame.with("room_id", to == To.ROOM ? whom : null).at(now).write();
    }

    private static String name(@Nullable Object from) {
        return from instanceof String name
                        && name.indexOf('\n') < 0
                        && name.indexOf('\t') < 0
                        && HubText.wrongWith(name, LONGEST_NAME) == null
                ? name
                : NOBODY;
    }

    private static void checkText(String text, HubMessageLimits limits) {
        HubError wrong = HubText.wrongWith(text, limits.textCodePoints());
        if (wrong != null) {
            throw wrong(wrong);
        }
    }

    private static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw wrong(HubError.BAD_FIELD);
    }

    private static String text(Map<?, ?> object, String name) {
        if (object.get(name) instanceof String text) {
            return text;
        }
        throw wrong(HubError.BAD_FIELD);
    }

    private static BadJson wrong(HubError error) {
        return new BadJson(error, error.words());
    }
}
