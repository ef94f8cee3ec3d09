package org.tickcast.hub;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.hub.HubEvent.Origin;
import org.tickcast.wire.HubError;
import org.tickcast.wire.HubFrame;
import org.tickcast.wire.VietnamTime;

/** What clients are told, as frames. */
final class Frames {

    private Frames() {}

    static String error(
            HubError error, String words, @Nullable String request, @Nullable String room, @Nullable String messageId) {
        return HubFrame.of("error")
                .with("code", error.id())
                .with("message", words)
                .with("request", request)
                .with("room_id", room)
                .with("message_id", messageId)
                .write();
    }

    static String error(HubError error, Origin origin, String room) {
        return error(error, error.words(), origin.request(), room, origin.messageId());
    }

    static String joined(Room room, String user, @Nullable String messageId) {
        RoomRole role = room.roleOf(user);
        return HubFrame.of("room_joined")
                .with("room_id", room.id())
                .with("name", room.spec().name())
                .with("access", room.spec().access().id())
                .with("user_id", user)
                .with("role", role == null ? null : role.id())
                .with("members", room.members().size())
                .with("online", room.presence().count())
                .with("last_id", room.log().last().toString())
                .with("message_id", messageId)
                .write();
    }

    /** @param type {@code room_left}, {@code room_removed} or {@code room_deleted} */
    static String outOf(String type, String room, @Nullable String messageId) {
        return HubFrame.of(type)
                .with("room_id", room)
                .with("message_id", messageId)
                .write();
    }

    static String roleChanged(String room, String user, RoomRole role) {
        return HubFrame.of("role_changed")
                .with("room_id", room)
                .with("user_id", user)
                .with("role", role.id())
                .write();
    }

    static String message(String room, ChatMessage message) {
        return HubFrame.of(message.type())
                .with("id", message.id().toString())
                .with("room_id", room)
                .with("from", message.from())
                .with("message", message.text())
                .with("message_id", message.messageId())
                .at(message.at())
                .write();
    }

    static String ack(String room, ChatMessage message) {
        return HubFrame.of("ack")
                .with("id", message.id().toString())
                .with("room_id", room)
                .with("message_id", message.messageId())
                .at(message.at())
                .write();
    }

    static String history(Room room, HistoryPage page, @Nullable String messageId) {
        return HubFrame.of("history")
                .with("room_id", room.id())
                .with("messages", page.messages().stream().map(Frames::item).toList())
                .with("gap", page.gap())
                .with("more", page.more())
                .with("last_id", room.log().last().toString())
                .with("message_id", messageId)
                .write();
    }

    private static Map<String, Object> item(ChatMessage message) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", message.id().toString());
        item.put("type", message.type());
        item.put("from", message.from());
        item.put("message", message.text());
        item.put("at", VietnamTime.write(message.at()));
        item.put("timestamp", message.at().getEpochSecond());
        if (message.messageId() != null) {
            item.put("message_id", message.messageId());
        }
        return item;
    }

    static String rooms(String user, List<Room> rooms, boolean more, @Nullable String messageId) {
        return HubFrame.of("rooms")
                .with("user_id", user)
                .with("rooms", rooms.stream().map(room -> item(room, user)).toList())
                .with("more", more)
                .with("message_id", messageId)
                .write();
    }

    private static Map<String, Object> item(Room room, String user) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("room_id", room.id());
        item.put("name", room.spec().name());
        item.put("access", room.spec().access().id());
        item.put("members", room.members().size());
        item.put("online", room.presence().count());
        item.put("last_id", room.log().last().toString());
        RoomRole role = room.roleOf(user);
        if (role != null) {
            item.put("role", role.id());
        }
        return item;
    }

    static String members(String room, RoomMembers page, @Nullable String messageId) {
        return HubFrame.of("members")
                .with("room_id", room)
                .with("members", page.members().stream().map(Frames::item).toList())
                .with("count", page.count())
                .with("more", page.more())
                .with("message_id", messageId)
                .write();
    }

    private static Map<String, Object> item(RoomMembers.Member member) {
        return Map.of(
                "user_id", member.user(),
                "role", member.role().id(),
                "online", member.online());
    }

    static String presence(String room, PresenceState state, @Nullable String messageId) {
        return HubFrame.of("presence_state")
                .with("room_id", room)
                .with("version", state.version())
                .with("users", state.users())
                .with("count", state.count())
                .with("complete", state.complete())
                .with("message_id", messageId)
                .write();
    }

    static String presence(String room, PresenceDiff diff) {
        return HubFrame.of("presence_diff")
                .with("room_id", room)
                .with("version", diff.version())
                .with("joins", diff.joins())
                .with("leaves", diff.leaves())
                .with("count", diff.count())
                .with("complete", diff.complete())
                .write();
    }

    /** @param room null where it is not about one */
    static String news(RoomPresence.News news, String user, @Nullable String room) {
        return HubFrame.of(news.type())
                .with("user_id", user)
                .with("room_id", room)
                .write();
    }

    static String typing(Typists.Telling telling) {
        return HubFrame.of("typing")
                .with("room_id", telling.room())
                .with("user_id", telling.user())
                .with("is_typing", telling.typing())
                .write();
    }

    static String notification(Notification notification) {
        return HubFrame.of("notification")
                .with("id", notification.id())
                .with("from", notification.from())
                .with("message", notification.text())
                .at(notification.at())
                .write();
    }

    static String notificationAcked(String id, @Nullable String messageId) {
        return HubFrame.of("notification_acked")
                .with("id", id)
                .with("message_id", messageId)
                .write();
    }

    static String broadcast(String id, String from, String text, Instant at) {
        return HubFrame.of("broadcast")
                .with("id", id)
                .with("from", from)
                .with("message", text)
                .at(at)
                .write();
    }

    static String deviceConnected(int count) {
        return HubFrame.of("device_connected").with("device_count", count).write();
    }
}
