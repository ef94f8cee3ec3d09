package org.tickcast.it.cluster;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tickcast.testing.PlainJson;
import org.tickcast.testing.server.HubTalker;

/** Somebody who counts aloud in a room, and somebody who listens. Both go to the other server whenever they are told to go. */
final class MovedTalkers implements AutoCloseable {

    private static final String ROOM = "rolling";
    private static final String END = "end";
    private static final int PAUSE_MILLIS = 50;

    private final Cluster cluster;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    /** What has no answer yet is said again on the next server, under the same id. */
    private final Map<String, String> unanswered = new LinkedHashMap<>();

    private HubTalker speaker;
    private int count;
    private boolean ended;

    MovedTalkers(Cluster cluster) throws IOException {
        this.cluster = cluster;
        this.speaker = cluster.one().talks("127.8.5.1", "speaker").joins(ROOM);
    }

    void start() {
        var unused = pace.scheduleWithFixedDelay(this::sayNext, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** How far he has counted when he was told to come to an end. */
    synchronized int end() throws IOException {
        ended = true;
        say(END);
        return count;
    }

    private synchronized void sayNext() {
        try {
            if (!ended) {
                say(String.valueOf(count++));
            }
        } catch (IOException gone) {
            // He has just been told to go, and says it again where he goes.
        }
    }

    private void say(String text) throws IOException {
        unanswered.put("m-" + text, text);
        send("m-" + text, text);
    }

    private void send(String id, String text) throws IOException {
        speaker.says("{'type':'chat','message_id':'" + id + "','payload':{'room_id':'" + ROOM + "','message':'" + text
                + "'}}");
    }

    /** Hears the answers to what is said, until the last has come. */
    Callable<String> speaking() {
        return () -> {
            ClusterNode node = cluster.one();
            while (!isAllAnswered()) {
                try {
                    answered(String.valueOf(speaker.hears("ack").get("message_id")));
                } catch (IOException toldToGo) {
                    node = cluster.otherThan(node);
                    goTo(node);
                }
            }
            return "";
        };
    }

    private synchronized boolean isAllAnswered() {
        return ended && unanswered.isEmpty();
    }

    private synchronized void answered(String id) {
        unanswered.remove(id);
    }

    private synchronized void goTo(ClusterNode node) throws IOException {
        speaker.close();
        speaker = node.talks("127.8.5.1", "speaker").joins(ROOM);
        for (Map.Entry<String, String> each : unanswered.entrySet()) {
            send(each.getKey(), each.getValue());
        }
    }

    /** Hears all that is said, until the end, in its order. */
    Callable<List<String>> listening() throws IOException {
        HubTalker first = cluster.one().talks("127.8.5.2", "listener").joins(ROOM);
        return () -> {
            Heard heard = new Heard();
            ClusterNode node = cluster.one();
            HubTalker listener = first;
            while (!heard.isOver()) {
                try {
                    heard.take(listener.hears());
                } catch (IOException toldToGo) {
                    listener.close();
                    node = cluster.otherThan(node);
                    listener = node.talks("127.8.5.2", "listener");
                    listener.says(
                            "{'type':'join_room','payload':{'room_id':'" + ROOM + "','since':'" + heard.last + "'}}");
                }
            }
            listener.close();
            return List.copyOf(heard.texts.values());
        };
    }

    @Override
    public synchronized void close() throws IOException {
        pace.shutdownNow();
        speaker.close();
    }

    private static final class Heard {

        /** By the number in their ids: live ones may come before the history that he asked for. */
        final SortedMap<Long, String> texts = new TreeMap<>();

        String last = "";

        void take(Map<String, @Nullable Object> frame) {
            if ("chat".equals(frame.get("type"))) {
                takeMessage(frame);
            } else if ("history".equals(frame.get("type"))) {
                Map<String, @Nullable Object> payload = PlainJson.asObject(frame.get("payload"));
                PlainJson.asList(payload.get("messages")).forEach(message -> takeMessage(PlainJson.asObject(message)));
            }
        }

        /** What has come live and in the history too has one id, and is one message. */
        private void takeMessage(Map<String, @Nullable Object> message) {
            String id = String.valueOf(message.get("id"));
            long number = Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
            if (texts.isEmpty() || number > texts.lastKey()) {
                last = id;
            }
            texts.put(number, String.valueOf(message.get("message")));
        }

        boolean isOver() {
            return texts.containsValue(END);
        }
    }
}
