package org.tickcast.wiring;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.redis.Redis;

/** Starts the gateway when the application is deployed, and stops it before it is gone. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // A bean behind a proxy has its fields injected, not its constructor.
public class GatewayLifecycle {

    private static final System.Logger LOG = System.getLogger(GatewayLifecycle.class.getName());

    @Inject
    private Instance<GatewaySettings> settings;

    @Inject
    private Instance<Gateway> gateway;

    @Inject
    private Instance<Figures> figures;

    @Inject
    private Instance<SharedToken> token;

    private @Nullable Gateway running;

    void start(@Observes @Initialized(ApplicationScoped.class) Object deployed) {
        try {
            settings.get();
        } catch (BadSettings bad) {
            ExecutableJar.refusesToStart(bad.words());
            throw bad;
        }
        Cautions.of(settings.get()).forEach(caution -> LOG.log(Level.WARNING, caution));
        figures.get().show();
        Gateway started = gateway.get();
        running = started;
        started.start();
        Redis.forgetThisThread();
        announce(token.get().madeHere());
    }

    /** Called by {@link GatewayStop}; and by the server, should that not have come. */
    @PreDestroy
    void stop() {
        Gateway stopping = running;
        running = null;
        if (stopping != null) {
            stopping.stop();
        }
    }

    /** The one line that a newcomer looks for. It shows a token only if this very start has made it. */
    private static void announce(@Nullable String madeHere) {
        String page = madeHere == null ? "/" : "/?token=" + madeHere;
        boolean placeWillBeTold =
                ExecutableJar.whenReady(address -> LOG.log(Level.INFO, "Tickcast is ready: " + address + page));
        if (!placeWillBeTold) {
            LOG.log(Level.INFO, "Tickcast is ready: open {0} on this server", page);
        }
    }
}
