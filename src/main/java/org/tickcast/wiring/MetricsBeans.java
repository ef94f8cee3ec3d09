package org.tickcast.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.tickcast.admission.EncryptionCheck;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.LeaseBook;
import org.tickcast.admission.rate.GuessRate;
import org.tickcast.cluster.redis.Redis;
import org.tickcast.ops.HealthDesk;
import org.tickcast.ops.MetricsDoor;
import org.tickcast.ops.Version;
import org.tickcast.ops.metrics.AdmissionMetrics;
import org.tickcast.ops.metrics.BroadcastMetrics;
import org.tickcast.ops.metrics.HttpMetrics;
import org.tickcast.ops.metrics.HubMetrics;
import org.tickcast.ops.metrics.Meters;
import org.tickcast.ops.metrics.SocketMetrics;
import org.tickcast.ops.metrics.TickMetrics;

/** The object graph of what is counted and measured, and of who may see it. */
@ApplicationScoped
public class MetricsBeans {

    private static final Duration LEAST_WORTH_A_RESTART = Duration.ofSeconds(5);

    @Produces
    @Singleton
    Meters meters() {
        return new Meters();
    }

    void close(@Disposes Meters meters) {
        meters.close();
    }

    @Produces
    @Singleton
    BroadcastMetrics broadcast(Meters meters) {
        return new BroadcastMetrics(meters);
    }

    @Produces
    @Singleton
    SocketMetrics sockets(Meters meters) {
        return new SocketMetrics(meters, System::nanoTime);
    }

    @Produces
    @Singleton
    @Typed(AdmissionMetrics.class)
    AdmissionMetrics admission(Meters meters) {
        return new AdmissionMetrics(meters);
    }

    @Produces
    @Singleton
    HubMetrics hub(Meters meters) {
        return new HubMetrics(meters);
    }

    @Produces
    @Singleton
    TickMetrics tick(Meters meters) {
        return new TickMetrics(meters, System::nanoTime);
    }

    @Produces
    @Singleton
    HttpMetrics http(Meters meters) {
        return new HttpMetrics(meters);
    }

    /** Ten of the longer of tick and broadcast, as long as that is worth ending a server for. */
    @Produces
    @Singleton
    HealthDesk health(
            GatewaySettings settings,
            TickMetrics tick,
            MarketSource source,
            FedMarket market,
            LeaseBook leases,
            NodeBus bus) {
        Redis redis = bus.redis();
        Duration pause = settings.tickPause();
        Duration interval = settings.delivery().broadcast().interval();
        Duration ten = (pause.compareTo(interval) > 0 ? pause : interval).multipliedBy(10);
        Duration longest = ten.compareTo(LEAST_WORTH_A_RESTART) > 0 ? ten : LEAST_WORTH_A_RESTART;
        return new HealthDesk(
                tick,
                longest,
                source.feed(),
                source::status,
                market::mustSpeak,
                leases,
                redis == null ? null : redis.health(),
                Version.ofThisBuild());
    }

    @Produces
    @Singleton
    MetricsDoor door(GatewaySettings settings, EncryptionCheck encryption, GuessRate guesses, IdentityCheck identity) {
        return new MetricsDoor(settings.openMetrics(), encryption, guesses, identity);
    }
}
