package org.tickcast.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks for a WebSocket, and looks at what the server says. The key is the same for all: nobody's cache is between us. */
final class Handshake {

    static final String OPEN = "open";

    private static final String KEY = "bG9hZCBvZiBhIG1hcmtldA==";
    private static final String ACCEPT = accept();
    private static final byte[] END = Bytes.of("\r\n\r\n");

    private final byte[] request;
    private final List<String> protocols;

    Handshake(LoadOptions options) {
        this.request = request(options);
        this.protocols = options.protocols();
    }

    ByteBuffer request() {
        return ByteBuffer.wrap(request);
    }

    /** Takes the answer out of the buffer; null when it is not complete, else {@link #OPEN} or why there is no socket. */
    @Nullable String take(ByteBuffer in) {
        int end = Bytes.behind(END, in, in.position(), in.limit());
        if (end == Bytes.NOWHERE) {
            return null;
        }
        byte[] head = new byte[end - in.position()];
        in.get(head);
        return verdict(new String(head, StandardCharsets.ISO_8859_1));
    }

    private String verdict(String head) {
        String[] lines = head.split("\r\n", -1);
        String status = lines[0].startsWith("HTTP/1.1 ") ? lines[0].substring(9).split(" ", 2)[0] : "no_http";
        if (!status.equals("101")) {
            return "http_" + status;
        }
        if (!ACCEPT.equals(header(lines, "sec-websocket-accept"))) {
            return "wrong_accept";
        }
        String chosen = header(lines, "sec-websocket-protocol");
        return protocols.isEmpty() || protocols.stream().anyMatch(protocol -> protocol.equals(chosen))
                ? OPEN
                : "protocol_not_spoken";
    }

    private static @Nullable String header(String[] lines, String name) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
                return line.substring(colon + 1).strip();
            }
        }
        return null;
    }

    private static byte[] request(LoadOptions options) {
        StringBuilder head = new StringBuilder("GET ")
                .append(options.target().resource())
                .append(" HTTP/1.1\r\nHost: ")
                .append(options.target().authority())
                .append("\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")
                .append("Sec-WebSocket-Key: ")
                .append(KEY)
                .append("\r\n");
        if (options.protocol() != null) {
            head.append("Sec-WebSocket-Protocol: ").append(options.protocol()).append("\r\n");
        }
        options.headers().forEach(header -> head.append(header).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String accept() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1")
                    .digest((KEY + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}
