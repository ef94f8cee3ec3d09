package org.tickcast.wiring;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.LeaseBook;
import org.tickcast.feed.DayEnd;
import org.tickcast.feed.EventSink;
import org.tickcast.feed.Metronome;
import org.tickcast.feed.TapeRecorder;
import org.tickcast.ops.Orders;
import org.tickcast.socket.Drain;
import org.tickcast.socket.OpenSockets;
import org.tickcast.wire.CloseCode;

/** Everything that runs, in the order in which it starts. */
final class Gateway {

    private static final System.Logger LOG = System.getLogger(Gateway.class.getName());
    private static final Duration LATE_HANDSHAKES_EVERY = Duration.ofSeconds(1);
    /** Who is revoked is gone within two seconds. */
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

    private final MarketSource market;
    private final @Nullable DayEnd dayEnd;
    private final @Nullable TapeRecorder recorder;
    private final BroadcastLoop loop;
    private final HubLoop hub;
    private final Orders orders;
    private final LeaseBook leases;
    private final OpenSockets sockets;
    private final Runnable sweep;
    private final Drain drain;
    private final Metronome metronome;
    private final Deque<Runnable> toStop = new ArrayDeque<>();

    /**
     * @param dayEnd ends the day by the clock; null when the feed knows its own days
     * @param recorder writes a tape of all events on their way; null when none is wanted
     * @param sweep sends those away who may not stay any longer
     */
    Gateway(
            MarketSource market,
            @Nullable DayEnd dayEnd,
            @Nullable TapeRecorder recorder,
            BroadcastLoop loop,
            HubLoop hub,
            Orders orders,
            LeaseBook leases,
            OpenSockets sockets,
            Runnable sweep,
            Drain drain,
            Metronome metronome) {
        this.market = market;
        this.dayEnd = dayEnd;
        this.recorder = recorder;
        this.loop = loop;
        this.hub = hub;
        this.orders = orders;
        this.leases = leases;
        this.sockets = sockets;
        this.sweep = sweep;
        this.drain = drain;
        this.metronome = metronome;
    }

    void start() {
        leases.join();
        Metronome.Beating late =
                metronome.every(LATE_HANDSHAKES_EVERY, "search for late handshakes", leases::releaseLate);
        toStop.push(late::close);
        Metronome.Beating swept = metronome.every(SWEEP_EVERY, "look at who may stay", sweep);
        toStop.push(swept::close);
        hub.start();
        toStop.push(hub::stop);
        orders.start();
        toStop.push(orders::close);
        toStop.push(() -> sockets.closeAll(CloseCode.GOING_AWAY));
        loop.start();
        toStop.push(loop::stop);
        EventSink sink = recorded(market.sink());
        if (dayEnd != null) {
            toStop.push(dayEnd.start(market.dayEnds(sink), metronome)::close);
        }
        market.start(sink);
        toStop.push(market::close);
        Metronome.Beating drained = metronome.every(drain.pause(), "letting go of clients", drain::step);
        toStop.push(this::letEverybodyGo);
        toStop.push(drained::close);
    }

    /** The feed runs on meanwhile. */
    private void letEverybodyGo() {
        drain.begin(CloseCode.GOING_AWAY);
        drain.finish();
    }

    private EventSink recorded(EventSink sink) {
        if (recorder == null) {
            return sink;
        }
        recorder.start(metronome);
        toStop.push(recorder::close);
        return recorder.tap(sink);
    }

    /** What started last stops first; a part that fails to stop does not keep the others going. */
    void stop() {
        while (!toStop.isEmpty()) {
            try {
                toStop.pop().run();
            } catch (RuntimeException | LinkageError e) { // Classes may not be loaded any more.
                LOG.log(Level.WARNING, "A part of the gateway did not stop well", e);
            }
        }
        LOG.log(Level.INFO, "The {0} feed and all sockets are closed", market.feed());
    }
}
