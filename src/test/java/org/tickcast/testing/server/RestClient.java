package org.tickcast.testing.server;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks a server of the tests one thing at a time, or many at once, and shows the token of the tests. */
public final class RestClient {

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(DEADLINE)
            .build();
    private final URL server;

    public RestClient(URL server) {
        this.server = server;
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return ask("GET", path, headers);
    }

    /** Asks with the token, and with these headers: name, value, name, value. */
    public HttpResponse<String> ask(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(method, path).header("Authorization", "Bearer " + TickcastWar.TOKEN);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    public CompletableFuture<HttpResponse<String>> getSoon(String path) {
        HttpRequest request = request("GET", path)
                .header("Authorization", "Bearer " + TickcastWar.TOKEN)
                .build();
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    public HttpResponse<String> getWithoutToken(String path) throws IOException, InterruptedException {
        return http.send(request("GET", path).build(), BodyHandlers.ofString());
    }

    public JsonObject getJson(String path) throws IOException, InterruptedException {
        return getValue(path).asJsonObject();
    }

    /** The same where the answer is a list. */
    public JsonArray getArray(String path) throws IOException, InterruptedException {
        return getValue(path).asJsonArray();
    }

    public JsonValue getValue(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path, "Accept", "application/json");
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readValue();
        }
    }

    /** Asks with this token, and with this body of JSON; null for none. */
    public static HttpResponse<String> send(URL server, String method, String path, String token, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                .timeout(DEADLINE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    public static JsonObject parsed(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                .timeout(DEADLINE)
                .method(method, BodyPublishers.noBody());
    }
}
