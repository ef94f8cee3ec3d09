package org.tickcast.testing.server;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.testing.PlainJson;

/** A user on one socket of the hub. Single quotes stand for double ones in what he says. */
public final class HubTalker implements AutoCloseable {

    private final BareClient socket;

    private HubTalker(BareClient socket) {
        this.socket = socket;
    }

    /** Comes in from this address with a token of this user, whose plan lets him talk fast. */
    public static HubTalker open(String address, URL server, String user) throws IOException {
        return over(BareClient.from(address, server).upgrade("/ws", "Authorization: Bearer " + token(user)));
    }

    public static HubTalker over(BareClient socket) throws IOException {
        if (!socket.isOpen()) {
            throw new IOException("Refused with " + socket.status() + ": " + socket.body());
        }
        return new HubTalker(socket);
    }

    public static String token(String user, String... roles) {
        String quoted = roles.length == 0 ? "" : '"' + String.join("\",\"", roles) + '"';
        return TestTokens.of("{\"sub\":\"" + user + "\",\"plan\":\"enterprise\",\"roles\":[" + quoted + "]}");
    }

    public HubTalker says(String json) throws IOException {
        socket.sendText(json.replace('\'', '"'));
        return this;
    }

    public HubTalker joins(String room) throws IOException {
        says("{'type':'join_room','payload':{'room_id':'" + room + "'}}");
        hears("room_joined");
        return this;
    }

    public HubTalker chats(String room, String text) throws IOException {
        return says("{'type':'chat','payload':{'room_id':'" + room + "','message':'" + text + "'}}");
    }

    /** The next frame of this type, past all others. */
    public Map<String, @Nullable Object> hears(String type) throws IOException {
        return PlainJson.object(socket.textWith("\"type\":\"" + type + "\""));
    }

    /** The next frame of this type about this user. */
    public Map<String, @Nullable Object> hears(String type, String user) throws IOException {
        Map<String, @Nullable Object> next = hears(type);
        while (!user.equals(next.get("user_id"))) {
            next = hears(type);
        }
        return next;
    }

    /** The next frame, whatever it is. */
    public Map<String, @Nullable Object> hears() throws IOException {
        return PlainJson.object(socket.text());
    }

    /** The code of the next error. */
    public String hearsError() throws IOException {
        return PlainJson.text(hears("error"), "code");
    }

    /** The types of all that was under way for him. */
    public List<String> hearsUntilPong() throws IOException {
        says("{'type':'ping','message_id':'until'}");
        List<String> types = new ArrayList<>();
        Map<String, @Nullable Object> next = hears();
        while (!("pong".equals(next.get("type")) && "until".equals(next.get("message_id")))) {
            types.add(PlainJson.text(next, "type"));
            next = hears();
        }
        return types;
    }

    public BareClient socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
