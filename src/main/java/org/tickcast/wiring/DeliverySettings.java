package org.tickcast.wiring;

import java.time.Duration;
import java.util.Map;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.socket.DrainLimits;
import org.tickcast.socket.HeartbeatLimits;

/**
 * How clients are sent what there is to send, and how they are let go.
 *
 * @param portable whether only what every server has is used
 * @param buffer how many bytes the operating system may keep for a client, 0 for as many as it likes
 * @param threads how many send at once
 * @param returnSpread over so much time those are scattered who are told to come back
 */
record DeliverySettings(
        BroadcastLimits broadcast,
        HeartbeatLimits heartbeat,
        DrainLimits drain,
        boolean portable,
        int buffer,
        int threads,
        Duration returnSpread) {

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_BUFFER = 16 * 1024 * 1024;
    private static final int MOST_THREADS = 64;
    /** Beyond it the kernel's own locks cost more than another thread brings. */
    private static final int MOST_THREADS_UNASKED = 8;

    static DeliverySettings read(SettingsReader in) {
        return new DeliverySettings(
                new BroadcastLimits(
                        in.durationOrMillis("tickcast.broadcast.interval", Duration.ZERO, MINUTE),
                        in.duration("tickcast.broadcast.catch-up", Duration.ZERO, MINUTE),
                        in.duration("tickcast.broadcast.beat", SECOND, HOUR),
                        in.duration("tickcast.broadcast.resync-gap", Duration.ZERO, HOUR),
                        in.wholeNumber("tickcast.broadcast.frames", 1, 10_000)),
                new HeartbeatLimits(
                        in.duration("tickcast.heartbeat.interval", SECOND, HOUR),
                        in.duration("tickcast.heartbeat.timeout", SECOND, HOUR),
                        in.duration("tickcast.send.deadline", SECOND, HOUR),
                        in.duration("tickcast.heartbeat.binary-ping", Duration.ZERO, HOUR)),
                new DrainLimits(
                        in.wholeNumber("tickcast.drain.batch", 1, 1_000_000),
                        in.duration("tickcast.drain.pause", MILLISECOND, MINUTE),
                        in.duration("tickcast.drain.deadline", Duration.ZERO, HOUR)),
                in.choice("tickcast.send.form", "auto", Map.of("auto", false, "portable", true)),
                in.wholeNumber("tickcast.send.buffer", 0, MOST_BUFFER),
                threads(in.wholeNumber("tickcast.send.threads", 0, MOST_THREADS)),
                in.duration("tickcast.drain.spread", Duration.ZERO, HOUR));
    }

    /** Half of the cores, when nobody says: the others have the feed and the clients' own words. */
    private static int threads(int set) {
        int half = Runtime.getRuntime().availableProcessors() / 2;
        return set > 0 ? set : Math.max(1, Math.min(half, MOST_THREADS_UNASKED));
    }
}
