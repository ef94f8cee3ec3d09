package org.tickcast.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.tickcast.admission.rate.MessageRate;
import org.tickcast.cluster.NodeId;
import org.tickcast.feed.Metronome;
import org.tickcast.hub.GuestNames;
import org.tickcast.hub.GuestSecret;
import org.tickcast.hub.HouseRules;
import org.tickcast.hub.Hub;
import org.tickcast.hub.HubTime;
import org.tickcast.hub.RoomPolicy;
import org.tickcast.hub.socket.HubClients;
import org.tickcast.ops.metrics.HubMetrics;
import org.tickcast.rest.HubAnswers;
import org.tickcast.rest.ProblemAnswers;
import org.tickcast.socket.FanOut;

/** The object graph of the hub. */
@ApplicationScoped
public class HubBeans {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final InstantSource STEADY = new SteadyClock();

    @Resource
    @SuppressWarnings("NullAway.Init") // The container's own executor, injected after construction.
    private ManagedExecutorService threads;

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
    NodeId node() {
        return new NodeId(UUID.randomUUID().toString());
    }

    @Produces
    @Singleton
    NodeBus bus(GatewaySettings settings, NodeId node) {
        return NodeBus.of(settings.redis(), node, threads, CLOCK, STEADY);
    }

    /** Nobody is to find out an address by trying all. */
    @Produces
    @Singleton
    GuestSecret guestSecret(NodeBus bus) {
        return new GuestSecret(bus.bus(), new SecureRandom());
    }

    @Produces
    @Singleton
    GuestNames guests(HubSettings settings, GuestSecret secret) {
        GuestNames set = settings.guests();
        return set == null ? secret.names() : set;
    }

    @Produces
    @Singleton
    Hub hub(HubSettings settings, RoomPolicy policy, NodeId node, NodeBus bus, FanOut fanOut, HubMetrics metrics) {
        return new Hub(node, settings.limits(), policy, bus.bus(), new HubTime(CLOCK, STEADY), metrics, fanOut::toAll);
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
    HubLoop loop(Hub hub, HubSettings settings, Metronome metronome, NodeBus bus, GuestSecret secret) {
        return new HubLoop(hub, settings.rooms(), metronome, bus, settings.guests() == null ? secret : null);
    }
}
