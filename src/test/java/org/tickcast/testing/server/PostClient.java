package org.tickcast.testing.server;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Posts one thing from an address of its own, and hangs up. */
public final class PostClient {

    private final String address;
    private final URL server;

    public PostClient(String address, URL server) {
        this.address = address;
        this.server = server;
    }

    /** Asks for a ticket with this token in the header. */
    public Answer ticket(String token, String channel) throws IOException {
        return json("/auth/ticket", "{\"channel\":\"" + channel + "\"}", "Authorization: Bearer " + token);
    }

    public Answer json(String path, String body, String... headers) throws IOException {
        String[] more = new String[headers.length + 1];
        System.arraycopy(headers, 0, more, 0, headers.length);
        more[headers.length] = "Content-Type: application/json";
        return send("POST", path, body, more);
    }

    /** Sends a request of any kind. */
    public Answer send(String method, String path, String body, String... headers) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + length + "\r\n";
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        try (BareClient client = BareClient.from(address, server).request(head + more + "\r\n" + body)) {
            return new Answer(client, client.rest());
        }
    }

    /** What came back; the head of it is read from the client, which has hung up. */
    public record Answer(BareClient head, String body) {

        public int status() {
            return head.status();
        }

        public String header(String name) {
            return head.header(name);
        }

        /** What the answer says under this name. */
        public String text(String member) {
            return RestClient.parsed(body).getString(member);
        }
    }
}
