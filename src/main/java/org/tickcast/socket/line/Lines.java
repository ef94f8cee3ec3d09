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

    private final @Nullable LineForm faster;

    private Lines(@Nullable LineForm faster) {
        this.faster = faster;
    }

    /** Looks what this server offers, and says so in the log. */
    public static Lines best() {
        for (Supplier<@Nullable LineForm> finder : FASTER) {
            LineForm found = finder.get();
            if (found != null) {
                LOG.log(Level.INFO, "Frames are written once for all clients and sent through {0}", found.name());
                return new Lines(found);
            }
        }
        LOG.log(Level.INFO, "Frames are sent through the portable WebSocket API: this server offers nothing faster");
        return new Lines(null);
    }

    /** Only what every server has. */
    public static Lines portable() {
        LOG.log(Level.INFO, "Frames are sent through the portable WebSocket API, as it was set");
        return new Lines(null);
    }

    /** Threads from which this server sends best; the usual ones where it makes no difference. */
    public Executor threads(Executor usual) {
        return faster == null ? usual : faster.threads(usual);
    }

    /** @param upgrade what was seen of the handshake; null when nothing was */
    public Line open(Session session, @Nullable Upgrade upgrade) {
        // Extensions change frames on their way, and each connection's in its own manner.
        if (faster != null && session.getNegotiatedExtensions().isEmpty()) {
            Line line = faster.open(session, upgrade);
            if (line != null) {
                return line;
            }
        }
        return new PortableLine(session, upgrade);
    }
}
