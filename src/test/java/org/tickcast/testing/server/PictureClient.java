package org.tickcast.testing.server;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.tickcast.testing.ReferenceClient;
import org.tickcast.wire.VersionedProtocol;

/** A client of {@code tickcast.v1} that keeps its picture as it should, and shows each frame that comes. */
public final class PictureClient implements AutoCloseable {

    public static final String OFFER = "Sec-WebSocket-Protocol: " + VersionedProtocol.SUBPROTOCOL;

    private static final int SECONDS = 20;

    private final ReferenceClient picture;
    private final BareClient socket;

    private PictureClient(BareClient socket, ReferenceClient picture) {
        this.socket = socket;
        this.picture = picture;
    }

    /** Connects with the token of the tests. */
    public static PictureClient open(String address, URL server, String pathAndQuery) throws IOException {
        return with(TickcastWar.TOKEN, address, server, pathAndQuery);
    }

    public static PictureClient with(String token, String address, URL server, String pathAndQuery) throws IOException {
        return new PictureClient(upgraded(token, address, server, pathAndQuery), new ReferenceClient());
    }

    /** Goes on at this server, or comes back, with the picture it has and the token of the tests. */
    public PictureClient goOn(String address, URL server, String path) throws IOException {
        picture.opened();
        String since = picture.since();
        String query = since == null ? "" : "?since=" + since;
        return new PictureClient(upgraded(TickcastWar.TOKEN, address, server, path + query), picture);
    }

    private static BareClient upgraded(String token, String address, URL server, String pathAndQuery)
            throws IOException {
        return BareClient.from(address, server).upgrade(pathAndQuery, "Authorization: Bearer " + token, OFFER);
    }

    public JsonObject next() throws IOException {
        String text = socket.text();
        picture.receive(text);
        return RestClient.parsed(text);
    }

    /** The next frame of this type, past all others. */
    public JsonObject next(String type) throws IOException {
        return next(Set.of(type));
    }

    /** The next frame that shows a picture: a patch, or a snapshot where a patch would be no shorter. */
    public JsonObject nextPicture() throws IOException {
        return next(Set.of("patch", "snapshot"));
    }

    private JsonObject next(Set<String> types) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (System.nanoTime() - deadline < 0) {
            JsonObject frame = next();
            if (types.contains(frame.getString("type"))) {
                return frame;
            }
        }
        throw new IOException("Much was said, and nothing of type " + types);
    }

    public void say(String text) throws IOException {
        socket.sendText(text);
    }

    public ReferenceClient picture() {
        return picture;
    }

    public BareClient socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
