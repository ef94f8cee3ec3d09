package org.tickcast.feed.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.broadcast.VersionedFrame;
import org.tickcast.testing.ReferenceClient;
import org.tickcast.testing.SlowSocket;
import org.tickcast.wire.Channel;

/** A client of one node that remembers each picture it was shown. */
final class NodeClient {

    final SlowSocket socket;
    final ReferenceClient reference;
    final Channel channel;
    final Map<String, String> shown = new LinkedHashMap<>();

    NodeClient(MarketNode node, Channel channel, @Nullable String since) {
        this(node, channel, since, new ReferenceClient());
    }

    private NodeClient(MarketNode node, Channel channel, @Nullable String since, ReferenceClient reference) {
        this.channel = channel;
        this.reference = reference;
        this.socket = new SlowSocket(node.broadcaster, channel, since);
    }

    /** Leaves, and comes to another node with what it has. */
    NodeClient moveTo(MarketNode other) {
        socket.close();
        reference.opened();
        NodeClient moved = new NodeClient(other, channel, reference.since(), reference);
        other.clients.add(moved);
        return moved;
    }

    void readAll() {
        for (VersionedFrame frame = socket.letArrive(); frame != null; frame = socket.letArrive()) {
            reference.receive(frame.text());
            if (reference.takeResync()) {
                throw new IllegalStateException("A client cannot follow: " + frame.text());
            }
            if (frame.kind() == VersionedFrame.Kind.SNAPSHOT || frame.kind() == VersionedFrame.Kind.PATCH) {
                shown.put(String.valueOf(reference.since()), reference.shown());
            }
        }
    }

    long count(VersionedFrame.Kind kind) {
        return socket.kinds().stream().filter(kind::equals).count();
    }
}
