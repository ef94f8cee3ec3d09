package org.tickcast.socket.line;

import jakarta.websocket.Session;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the best line to each client that this server allows. */
public final class Lines {

    private static final System.Logger LOG = System.getLogger(Lines.class.getName());

    /** The forms that are faster than the portable one. Each looks whether its server is this one. */
    private static final List<Supplier<@Nullable LineForm>> FASTER = List.of(TyrusForm::find, UndertowForm::find);

    /** What this server offers; null when it is nothing that we know. */
    private final @Nullable LineForm own;
    /** The same, unless only what every server has is to be used. */
    private final @Nullable LineForm faster;

    private final int buffer;

    private Lines(@Nullable LineForm own, @Nullable LineForm faster, int buffer) {
        this.own = own;
        this.faster = faster;
        this.buffer = buffer;
    }

    /**
     * Looks what this server offers, and says so in the log.
     *
     * @param buffer how many bytes the operating system may keep for a client, 0 for as many as it likes
     */
    public static Lines best(int buffer) {
        LineForm own = ownForm();
        if (own == null) {
            LOG.log(
                    Level.INFO,
                    "Frames are sent through the portable WebSocket API: this server offers nothing faster");
        } else {
            LOG.log(Level.INFO, "Frames are written once for all clients and sent through {0}", own.name());
        }
        return new Lines(own, own, buffer);
    }

    /** Only what every server has; a connection that does not end is cut as this server has it all the same. */
    public static Lines portable(int buffer) {
        LOG.log(Level.INFO, "Frames are sent through the portable WebSocket API, as it was set");
        return new Lines(ownForm(), null, buffer);
    }

    private static @Nullable LineForm ownForm() {
        for (Supplier<@Nullable LineForm> finder : FASTER) {
            LineForm found = finder.get();
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Threads from which this server sends best; the usual ones where it makes no difference. */
    public Executor threads(Executor usual) {
        return faster == null ? usual : faster.threads(usual);
    }

    /** @param upgrade what was seen of the handshake; null when nothing was */
    public Line open(Session session, @Nullable Upgrade upgrade) {
        Upgrade.Connection below = below(session, upgrade);
        if (below != null && buffer > 0) {
            below.bufferAtMost(buffer);
        }
        // Extensions change frames on their way, and each connection's in its own manner.
        if (faster != null && session.getNegotiatedExtensions().isEmpty()) {
            Line line = faster.open(session, upgrade);
            if (line != null) {
                return line;
            }
        }
        return new PortableLine(session, below);
    }

    private Upgrade.@Nullable Connection below(Session session, @Nullable Upgrade upgrade) {
        if (upgrade != null && upgrade.connection() != null) {
            return upgrade.connection();
        }
        return own == null ? null : own.connection(session);
    }
}
