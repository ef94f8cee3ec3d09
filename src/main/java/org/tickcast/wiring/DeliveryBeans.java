package org.tickcast.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.DrainCheck;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.Revocations;
import org.tickcast.admission.rate.MessageRate;
import org.tickcast.broadcast.BoardQuestions;
import org.tickcast.broadcast.Broadcaster;
import org.tickcast.cluster.redis.Redis;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.alert.AlertDesk;
import org.tickcast.ops.ConnectionDesk;
import org.tickcast.ops.DrainDesk;
import org.tickcast.ops.KickDesk;
import org.tickcast.ops.OperatorListener;
import org.tickcast.ops.Orders;
import org.tickcast.ops.metrics.BroadcastMetrics;
import org.tickcast.ops.metrics.SocketMetrics;
import org.tickcast.ops.metrics.TickMetrics;
import org.tickcast.socket.ChannelClients;
import org.tickcast.socket.ClientMessages;
import org.tickcast.socket.Connections;
import org.tickcast.socket.Drain;
import org.tickcast.socket.FanOut;
import org.tickcast.socket.Heartbeat;
import org.tickcast.socket.OpenSockets;
import org.tickcast.socket.RetryTimes;
import org.tickcast.socket.SocketLifecycle;
import org.tickcast.socket.SocketOpener;
import org.tickcast.socket.SweepClock;
import org.tickcast.socket.line.Lines;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.WireCodec;

/** The object graph from the tick to the sockets: who is sent what, over which line, and how long it may take. */
@ApplicationScoped
public class DeliveryBeans {

    private static final InstantSource CLOCK = InstantSource.system();

    @Resource
    @SuppressWarnings("NullAway.Init") // The container's own executor, injected after construction.
    private ManagedExecutorService helpers;

    @Produces
    @Singleton
    DeliverySettings settings(GatewaySettings settings) {
        return settings.delivery();
    }

    @Produces
    @Singleton
    Broadcaster broadcaster(MarketBoard board, WireCodec codec, DeliverySettings settings, BroadcastMetrics metrics) {
        return new Broadcaster(board, codec, settings.broadcast(), CLOCK, metrics);
    }

    @Produces
    @Singleton
    FanOut fanOut(DeliverySettings settings) {
        return new FanOut(helpers, settings.threads());
    }

    @Produces
    @Singleton
    Tick tick(
            MarketSource market,
            MarketBoard board,
            AlertDesk alerts,
            BoardQuestions questions,
            Broadcaster broadcaster,
            FanOut fanOut,
            TickMetrics metrics) {
        return new Tick(market.inflow(), board, alerts, questions, broadcaster, fanOut, System::nanoTime, metrics);
    }

    @Produces
    @Singleton
    Lines lines(DeliverySettings settings) {
        return settings.portable() ? Lines.portable(settings.buffer()) : Lines.best(settings.buffer());
    }

    @Produces
    @Singleton
    SweepClock sweepClock() {
        return new SweepClock();
    }

    @Produces
    @Singleton
    OpenSockets sockets() {
        return new OpenSockets();
    }

    @Produces
    @Singleton
    ChannelClients clients(Broadcaster broadcaster, WireCodec codec) {
        return new ChannelClients(broadcaster, codec, CLOCK);
    }

    @Produces
    @Singleton
    SocketOpener opener(
            Lines lines, FanOut fanOut, DeliverySettings settings, SweepClock sweepClock, SocketMetrics metrics) {
        RetryTimes retries = new RetryTimes(new SecureRandom(), settings.returnSpread());
        return new SocketOpener(lines, fanOut, settings.heartbeat(), sweepClock, retries, metrics, CLOCK);
    }

    @Produces
    @Singleton
    MessageRate messageRate(GatewaySettings settings, NodeBus bus) {
        return new MessageRate(settings.admission().connects().trackedAddresses(), System::nanoTime, bus.use());
    }

    @Produces
    @Singleton
    ClientMessages messages(
            GatewaySettings settings, MessageRate rate, IdentityCheck identity, AdmissionListener listener) {
        AdmissionSettings admission = settings.admission();
        return new ClientMessages(
                settings.sockets(),
                rate,
                admission.plans(),
                admission.breaches(),
                identity,
                listener,
                System::nanoTime);
    }

    @Produces
    @Singleton
    SocketLifecycle lifecycle(
            SocketOpener opener,
            OpenSockets sockets,
            ClientMessages messages,
            GatewaySettings settings,
            AdmissionListener listener,
            SweepClock sweepClock) {
        return new SocketLifecycle(opener, sockets, messages, settings.sockets(), listener, sweepClock);
    }

    @Produces
    @Singleton
    Heartbeat heartbeat(
            OpenSockets sockets, SocketLifecycle lifecycle, DeliverySettings settings, SweepClock sweepClock) {
        return new Heartbeat(sockets, lifecycle, settings.heartbeat(), sweepClock);
    }

    @Produces
    @Singleton
    Drain drain(DrainCheck door, OpenSockets sockets, SocketLifecycle lifecycle, DeliverySettings settings) {
        return new Drain(
                door,
                sockets,
                lifecycle,
                settings.drain(),
                System::nanoTime,
                pause -> LockSupport.parkNanos(pause.toNanos()));
    }

    @Produces
    @Singleton
    Connections connections(OpenSockets sockets) {
        return new Connections(sockets, System::nanoTime);
    }

    @Produces
    @Singleton
    ConnectionDesk connectionDesk(Connections connections, OperatorListener listener) {
        return new ConnectionDesk(connections, listener, CLOCK);
    }

    @Produces
    @Singleton
    Orders orders(NodeBus bus, Revocations revocations, Connections connections, Drain drain) {
        return new Orders(
                bus.bus(),
                revocations,
                kick -> connections.close(
                        socket -> kick.concerns(socket.connection().who(), socket.since()), CloseCode.KICKED),
                () -> drain.begin(CloseCode.DRAINING));
    }

    @Produces
    @Singleton
    KickDesk kickDesk(Orders orders, NodeBus bus, OperatorListener listener) {
        return new KickDesk(orders, () -> othersOn(bus), listener, CLOCK);
    }

    private static KickDesk.Others othersOn(NodeBus bus) {
        Redis redis = bus.redis();
        if (redis == null) {
            return KickDesk.Others.NONE;
        }
        return redis.health().state().connected() ? KickDesk.Others.TOLD : KickDesk.Others.TOLD_LATER;
    }

    @Produces
    @Singleton
    DrainDesk drainDesk(Drain drain, OperatorListener listener, Orders orders) {
        return new DrainDesk(drain, listener, orders);
    }
}
