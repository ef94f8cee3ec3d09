package org.tickcast.socket;

import jakarta.websocket.Session;
import java.time.InstantSource;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.wire.Channel;
import org.tickcast.wire.Door;
import org.tickcast.wire.VersionedProtocol;
import org.tickcast.wire.WireCodec;

/** Serves clients of the channels, each in the protocol that it has asked for. */
public final class ChannelClients {

    /** What those speak who have asked for no protocol. */
    public static final String PLAIN = "plain";

    private final Broadcaster broadcaster;
    private final WireCodec codec;
    private final InstantSource clock;

    /** @param clock tells the time that versioned frames show */
    public ChannelClients(Broadcaster broadcaster, WireCodec codec, InstantSource clock) {
        this.broadcaster = broadcaster;
        this.codec = codec;
        this.clock = clock;
    }

    /** Those of one channel. */
    SocketService of(Channel channel) {
        return new SocketService() {
            @Override
            public Door door() {
                return Door.of(channel);
            }

            @Override
            public String protocol(Session session) {
                return isVersioned(session) ? VersionedProtocol.SUBPROTOCOL : PLAIN;
            }

            @Override
            public SocketClient serve(Session session, ServedSocket socket) {
                return client(channel, session, socket);
            }
        };
    }

    private SocketClient client(Channel channel, Session session, MessageSender sender) {
        return isVersioned(session)
                ? new VersionedClient(
                        channel, VersionedWishes.of(session.getRequestParameterMap()), broadcaster, sender, clock)
                : new PlainClient(channel, broadcaster, codec, sender);
    }

    private static boolean isVersioned(Session session) {
        return VersionedProtocol.SUBPROTOCOL.equals(session.getNegotiatedSubprotocol());
    }
}
