package org.tickcast.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.tickcast.admission.rate.MessageRate;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.LocalBus;
import org.tickcast.cluster.NodeId;
import org.tickcast.feed.Metronome;
import org.tickcast.hub.GuestNames;
import org.tickcast.hub.HouseRules;
import org.tickcast.hub.Hub;
import org.tickcast.hub.RoomPolicy;
import org.tickcast.hub.socket.HubClients;
import org.tickcast.ops.metrics.HubMetrics;
import org.tickcast.rest.HubAnswers;
import org.tickcast.rest.ProblemAnswers;

/** The object graph of the hub. */
@ApplicationScoped
public class HubBeans {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final int SECRET_BYTES = 32;

    @Produces
    @Singleton
    HubSettings settings(GatewaySettings settings) {
        return settings.hub();
    }

    /** An {@code @Alternative} with a {@code @Priority} and a normal scope takes its place. */
    @Produces
    @Singleton
    RoomPolicy policy() {
        return HouseRules.DEFAULT;
    }

    @Produces
    @Singleton
    Bus bus() {
        return new LocalBus();
    }

    /** Nobody is to find out an address by trying all. */
    @Produces
    @Singleton
    GuestNames guests() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new GuestNames(secret);
    }

    @Produces
    @Singleton
    Hub hub(HubSettings settings, RoomPolicy policy, Bus bus, HubMetrics metrics) {
        NodeId node = new NodeId(UUID.randomUUID().toString());
        return new Hub(node, settings.limits(), policy, bus, CLOCK, metrics);
    }

    @Produces
    @Singleton
    HubClients clients(Hub hub, GuestNames guests, HubSettings settings) {
        return new HubClients(hub, guests, settings.waiting());
    }

    @Produces
    @Singleton
    HubAnswers answers(
            Hub hub,
            GuestNames guests,
            MessageRate rate,
            AdmissionSettings admission,
            HubSettings settings,
            ProblemAnswers problems) {
        return new HubAnswers(
                hub.desk(), guests, rate, admission.plans(), settings.limits().messages(), problems);
    }

    @Produces
    @Singleton
    HubLoop loop(Hub hub, HubSettings settings, Metronome metronome) {
        return new HubLoop(hub, settings.rooms(), metronome, CLOCK);
    }
}
