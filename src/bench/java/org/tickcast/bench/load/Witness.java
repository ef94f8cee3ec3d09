package org.tickcast.bench.load;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A member of a room who counts what he is told of who comes and goes, at most so much in any one second. */
final class Witness implements WebSocket.Listener {

    private static final Set<String> PRESENCE =
            Set.of("user_joined", "user_left", "user_online", "user_offline", "presence_diff");
    private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z_]+)\"");
    private static final int SECONDS = 30;

    private final StringBuilder frame = new StringBuilder();
    private final CountDownLatch joined = new CountDownLatch(1);

    @GuardedBy("this") private final Queue<Long> lastSecond = new ArrayDeque<>();

    @GuardedBy("this") private int most;

    @GuardedBy("this") private int all;

    private Witness() {}

    /** @param watches whether he also wants to be told each step of who is there */
    static Witness join(HttpClient http, URI socket, String token, String room, boolean watches)
            throws InterruptedException {
        Witness witness = new Witness();
        WebSocket opened = http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(socket, witness)
                .join();
        opened.sendText(HubLoad.joining(room), true).join();
        if (!witness.joined.await(SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("A witness could not join " + room);
        }
        if (watches) {
            opened.sendText("{\"type\":\"presence\",\"room_id\":\"" + room + "\"}", true)
                    .join();
        }
        return witness;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        frame.append(part);
        if (last) {
            Matcher type = TYPE.matcher(frame);
            if (type.find()) {
                heard(type.group(1), System.nanoTime());
            }
            frame.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void heard(String type, long now) {
        if (type.equals("room_joined")) {
            joined.countDown();
        } else if (PRESENCE.contains(type)) {
            count(now);
        }
    }

    private synchronized void count(long now) {
        while (!lastSecond.isEmpty() && now - lastSecond.element() >= TimeUnit.SECONDS.toNanos(1)) {
            lastSecond.remove();
        }
        lastSecond.add(now);
        all++;
        most = Math.max(most, lastSecond.size());
    }

    synchronized JsonObject report() {
        return Json.createObjectBuilder()
                .add("frames", all)
                .add("most_in_a_second", most)
                .build();
    }
}
