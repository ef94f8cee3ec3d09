package org.tickcast.ops.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.tickcast.socket.OpenSockets;
import org.tickcast.socket.SocketListener;
import org.tickcast.wire.Channel;
import org.tickcast.wire.Door;
import org.tickcast.wire.TextMessage;

/**
 * Counts what sockets do, by door and protocol: a handful of counters, however many sockets there are. What is on its way
 * to each client is looked at once a second.
 *
 * <p>Threads: any; one look at a time.
 */
public final class SocketMetrics implements SocketListener {

    private final Map<Kind, Count> counts = new ConcurrentHashMap<>();
    private final Meters meters;
    private final LongSupplier nanoTime;
    private final Durations latency;
    private final Durations staleness;
    private volatile long oldestNanos;

    /** @param nanoTime such as {@link System#nanoTime} */
    public SocketMetrics(Meters meters, LongSupplier nanoTime) {
        this.meters = meters;
        this.nanoTime = nanoTime;
        latency = meters.durations(
                "websocket_message_latency_seconds",
                "From the moment a frame is sent to a client until the server has taken all of it",
                .0001,
                .0005,
                .001,
                .005,
                .01,
                .05,
                .1,
                .5,
                1,
                5);
        staleness = meters.durations(
                "tickcast_client_staleness_seconds",
                "For how long a frame has been on its way to each client, looked at once a second",
                .001,
                .01,
                .1,
                .5,
                1,
                2,
                5,
                10);
        registerGauges();
    }

    private void registerGauges() {
        for (Channel channel : Channel.values()) {
            Gauge.builder("ws_connections_active", () -> open(Door.of(channel)))
                    .description("Open sockets of a channel")
                    .tag("channel", channel.id())
                    .register(meters.registry());
        }
        meters.misnamedGauge("websocket_connections_total", "Open sockets of all doors", this::open);
        Gauge.builder("tickcast_in_flight_age_seconds", () -> oldestNanos / 1e9)
                .description("For how long the frame that takes longest has been on its way to a client")
                .register(meters.registry());
    }

    @Override
    public Tally tally(Door door, String protocol) {
        return counts.computeIfAbsent(new Kind(door, protocol), kind -> new Count(kind));
    }

    /** Looks at what is on its way to each client. To be called once a second. */
    public void look(OpenSockets sockets) {
        long[] oldest = new long[1];
        sockets.eachDelay(nanoTime.getAsLong(), delay -> {
            staleness.record(delay);
            oldest[0] = Math.max(oldest[0], delay);
        });
        oldestNanos = oldest[0];
    }

    private int open() {
        return counts.values().stream().mapToInt(count -> count.open.get()).sum();
    }

    private int open(Door door) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().door().equals(door))
                .mapToInt(count -> count.getValue().open.get())
                .sum();
    }

    private record Kind(Door door, String protocol) {}

    /** The counters of all sockets of one kind. */
    private final class Count implements Tally {

        private final AtomicInteger open = new AtomicInteger();
        private final LongAdder accepted;
        private final LongAdder heard;
        private final LongAdder frames;
        private final LongAdder bytes;

        private Count(Kind kind) {
            Gauge.builder("tickcast_sockets", open::get)
                    .description("Open sockets")
                    .tags("door", kind.door().id(), "protocol", kind.protocol())
                    .register(meters.registry());
            accepted = counter("websocket_connection_accepted_total", "Sockets that have opened", kind);
            heard = counter("websocket_message_received_total", "Messages of clients", kind);
            frames = counter("tickcast_frames_sent_total", "Frames that have left", kind);
            bytes = counter("tickcast_bytes_sent_total", "Bytes of the frames that have left", kind);
        }

        private LongAdder counter(String name, String description, Kind kind) {
            LongAdder counter = new LongAdder();
            FunctionCounter.builder(name, counter, LongAdder::sum)
                    .description(description)
                    .tags("door", kind.door().id(), "protocol", kind.protocol())
                    .register(meters.registry());
            return counter;
        }

        @Override
        public void opened() {
            open.incrementAndGet();
            accepted.increment();
        }

        @Override
        public void ended() {
            open.decrementAndGet();
        }

        @Override
        public void heard() {
            heard.increment();
        }

        @Override
        public long setOut() {
            return nanoTime.getAsLong();
        }

        @Override
        public void left(TextMessage message, long setOut) {
            latency.record(nanoTime.getAsLong() - setOut);
            frames.increment();
            bytes.add(message.frameLength());
        }
    }
}
