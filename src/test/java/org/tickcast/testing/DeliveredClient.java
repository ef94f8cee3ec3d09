package org.tickcast.testing;

import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.VersionedFrame;
import org.tickcast.wire.Channel;

/** A client of a {@link Delivery}: it reads as fast as the test lets it, and is held to what it is sent. */
public final class DeliveredClient {

    private final Delivery delivery;
    private final Channel channel;
    private final ReferenceClient client = new ReferenceClient();
    private SlowSocket socket;
    /** Whether it has told the server the truth, so that it can expect the same. */
    private boolean honest = true;

    DeliveredClient(Delivery delivery, Channel channel) {
        this.delivery = delivery;
        this.channel = channel;
        this.socket = new SlowSocket(delivery.broadcaster(), channel, null);
    }

    /** Closes the socket, whatever is on its way, and comes back with what it has. */
    public void reconnect() {
        reconnect(client.since());
    }

    /** Says that it has something else than it has. */
    public void reconnectLying(String since) {
        honest = false;
        reconnect(since);
    }

    public void says(String command) {
        socket.says(command);
    }

    /** Reads one frame, if one has been sent. */
    public boolean reads() {
        VersionedFrame frame = socket.letArrive();
        if (frame == null) {
            return false;
        }
        client.receive(frame.text());
        if (client.takeResync()) {
            hold(!honest, "has to ask for the whole picture after " + frame.text());
            socket.says("{\"type\":\"resync\"}");
        }
        if (frame.kind() == VersionedFrame.Kind.SNAPSHOT) {
            honest = true;
        }
        if (honest && isPicture(frame)) {
            holdToPicture(delivery.published(channel, frame.version()));
        }
        return true;
    }

    /** Throws unless it shows what the server's board shows now, and knows it. */
    public void holdToPresent() {
        holdToPicture(delivery.present(channel));
        hold(!socket.isBusy(), "is not at rest");
    }

    public ReferenceClient client() {
        return client;
    }

    public SlowSocket socket() {
        return socket;
    }

    public Channel channel() {
        return channel;
    }

    private void reconnect(@Nullable String since) {
        socket.close();
        client.opened();
        socket = new SlowSocket(delivery.broadcaster(), channel, since);
    }

    private static boolean isPicture(VersionedFrame frame) {
        return frame.kind() == VersionedFrame.Kind.SNAPSHOT || frame.kind() == VersionedFrame.Kind.PATCH;
    }

    private void holdToPicture(String picture) {
        String shown = client.shown();
        hold(shown.equals(picture), "shows " + shown + "\n     instead of " + picture);
    }

    private void hold(boolean promise, String otherwise) {
        if (!promise) {
            throw new IllegalStateException(
                    "A client of " + channel + " with version " + client.version() + " " + otherwise);
        }
    }
}
