package org.tickcast.bench.load;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says the same in a room once a second, over HTTP, until it is closed. */
final class Speaker implements AutoCloseable {

    private static final int ON_ITS_WAY = 202;

    private final HttpClient http;
    private final HttpRequest saying;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    Speaker(HttpClient http, Target target, String room, String token, String text) {
        this.http = http;
        this.saying = HttpRequest.newBuilder(
                        URI.create("http://" + target.authority() + "/api/rooms/" + room + "/messages"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"message\":\"" + text + "\"}"))
                .build();
    }

    void start() {
        clock.scheduleAtFixedRate(this::say, 1, 1, TimeUnit.SECONDS);
    }

    private void say() {
        http.sendAsync(saying, BodyHandlers.ofString()).whenComplete((answer, failure) -> {
            if (failure != null || answer.statusCode() != ON_ITS_WAY) {
                System.err.println("Not said: " + (failure == null ? answer.body() : failure));
            }
        });
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
