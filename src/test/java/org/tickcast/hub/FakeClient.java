package org.tickcast.hub;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.testing.PlainJson;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.TextMessage;

/** A socket that keeps what it is sent, and tells it when it is asked. */
final class FakeClient implements HubClient {

    private final Hub hub;
    private HubUser user;
    private final List<String> frames = new ArrayList<>();
    private @Nullable CloseCode closed;

    FakeClient(Hub hub, HubUser user) {
        this.hub = hub;
        this.user = user;
    }

    @Override
    public synchronized HubUser user() {
        return user;
    }

    @Override
    public synchronized void deliver(TextMessage frame) {
        frames.add(frame.text());
    }

    @Override
    public void close(CloseCode reason) {
        synchronized (this) {
            closed = reason;
        }
        hub.closed(this);
    }

    synchronized @Nullable CloseCode closed() {
        return closed;
    }

    synchronized void nowHas(HubUser other) {
        user = other;
    }

    FakeClient says(String json) {
        hub.heard(this, json.replace('\'', '"'));
        return this;
    }

    FakeClient joins(String room) {
        return says("{'type':'join_room','payload':{'room_id':'" + room + "'}}");
    }

    FakeClient leaves(String room) {
        return says("{'type':'leave_room','payload':{'room_id':'" + room + "'}}");
    }

    FakeClient chats(String room, String text) {
        return says("{'type':'chat','payload':{'room_id':'" + room + "','message':'" + text + "'}}");
    }

    FakeClient chats(String room, String text, String messageId) {
        return says("{'type':'chat','message_id':'" + messageId + "','payload':{'room_id':'" + room + "','message':'"
                + text + "'}}");
    }

    void leavesTheNet() {
        hub.closed(this);
    }

    /** What has come since the last time of asking. */
    synchronized List<Map<String, @Nullable Object>> hears() {
        List<Map<String, @Nullable Object>> heard =
                frames.stream().map(PlainJson::object).toList();
        frames.clear();
        return heard;
    }

    /** As {@link #hears}, of these types only. */
    List<Map<String, @Nullable Object>> hears(String... types) {
        return hears().stream()
                .filter(frame -> Arrays.asList(types).contains(frame.get("type")))
                .toList();
    }

    /** The types of what has come since the last time of asking. */
    List<String> hearsTypes() {
        return hears().stream().map(frame -> String.valueOf(frame.get("type"))).toList();
    }

    /** The one frame of this type that has come. */
    Map<String, @Nullable Object> hearsOne(String type) {
        List<Map<String, @Nullable Object>> all = hears();
        List<Map<String, @Nullable Object>> ofType =
                all.stream().filter(frame -> type.equals(frame.get("type"))).toList();
        if (ofType.size() != 1) {
            throw new AssertionError("Not one " + type + " but these: " + all);
        }
        return ofType.get(0);
    }

    /** The code of the one error that has come. */
    String hearsError() {
        return PlainJson.text(hearsOne("error"), "code");
    }

    synchronized int framesWaiting() {
        return frames.size();
    }
}
