package org.tickcast.testing.server;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Pushes lines into a server of the tests, all at once or as they come. */
public final class Producer {

    public static final String TOKEN = "the-token-of-the-producers";
    public static final String PATH = "/api/ingest";

    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final String AUTHORIZATION = "Authorization";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URL server;

    public Producer(URL server) {
        this.server = server;
    }

    /** Pushes with the right token, as NDJSON. */
    public HttpResponse<String> push(String lines) throws IOException, InterruptedException {
        return ask("POST", PATH, lines, AUTHORIZATION, "Bearer " + TOKEN, "Content-Type", "application/x-ndjson");
    }

    /** Pushes with the right token and these headers: name, value, name, value. */
    public HttpResponse<String> pushAs(String lines, String... headers) throws IOException, InterruptedException {
        return ask("POST", PATH, lines, withToken(headers));
    }

    public HttpResponse<String> ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
                .timeout(DEADLINE)
                .method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Begins a request of which nobody knows when it ends, and sends nothing of its body yet. */
    public BareClient begin(String address, String token) throws IOException {
        return BareClient.from(address, server)
                .send("POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    private static String[] withToken(String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = AUTHORIZATION;
        all[1] = "Bearer " + TOKEN;
        return all;
    }
}
