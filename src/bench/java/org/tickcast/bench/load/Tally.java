package org.tickcast.bench.load;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What the clients of one thread have seen. Belongs to that thread until it is over. */
final class Tally {

    static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);
    static final int DIGITS = 3;

    private static final int ROLES = Role.values().length;
    private static final int TYPES = FrameType.values().length;

    final Histogram handshakes = new Histogram(LONGEST_MICROS, DIGITS);
    final Histogram latency = new Histogram(LONGEST_MICROS, DIGITS);
    final Histogram gaps = new Histogram(LONGEST_MICROS, DIGITS);
    final Broadcasts broadcasts = new Broadcasts();
    final Map<String, Integer> failures = new TreeMap<>();
    final Map<Role, Map<String, Integer>> ends = new EnumMap<>(Role.class);
    final long[] frames = new long[ROLES];
    final long[] bytes = new long[ROLES];
    final long[] skipped = new long[ROLES];
    final long[] types = new long[TYPES];
    final long[] typeBytes = new long[TYPES];
    final int[] opened = new int[ROLES];
    final int[] open = new int[ROLES];
    long cycles;
    long binaries;
    long pings;
    long beatsAgreed;
    long resyncs;

    private final StampFinder stamps;
    private final boolean versioned;
    private final CRC32 crc = new CRC32();
    private @Nullable Window window;
    private long arrival;

    Tally(StampFinder stamps, boolean versioned) {
        this.stamps = stamps;
        this.versioned = versioned;
    }

    /** What comes from now on came at this time. */
    void arrived(long micros, @Nullable Window measured) {
        arrival = micros;
        window = measured;
    }

    long arrival() {
        return arrival;
    }

    /**
     * Counts one message.
     *
     * @param before when the same client had the publication before this one; 0 when it had none
     * @return whether it is a publication, rather than words for one client
     */
    boolean heard(Role role, boolean isText, long before, ByteBuffer in, int from, int to) {
        boolean measured = window != null && window.covers(arrival);
        if (measured) {
            frames[role.ordinal()]++;
            bytes[role.ordinal()] += to - from;
        }
        if (!isText) {
            binaries++;
            return false;
        }
        FrameType type = versioned ? FrameType.of(in, from, to) : FrameType.OTHER;
        types[type.ordinal()]++;
        typeBytes[type.ordinal()] += to - from;
        if (measured) {
            skipped[role.ordinal()] += type.skipped(in, from, to);
        }
        boolean published = type.isPublished() || !versioned;
        if (published && role.isPrompt()) {
            time(measured, before, in, from, to);
        }
        return published;
    }

    private void time(boolean measured, long before, ByteBuffer in, int from, int to) {
        long stamp = stamps.find(in, from, to);
        if (measured && stamp != StampFinder.NONE) {
            record(latency, arrival - stamp);
        }
        if (measured && before > 0) {
            record(gaps, arrival - before);
        }
        broadcasts.arrived(stamp == StampFinder.NONE ? contents(in, from, to) : stamp, arrival);
    }

    void opened(Role role, long nanos) {
        opened[role.ordinal()]++;
        record(handshakes, TimeUnit.NANOSECONDS.toMicros(nanos));
    }

    void failed(String reason) {
        failures.merge(reason, 1, Integer::sum);
    }

    void ended(Role role, String how) {
        ends.computeIfAbsent(role, key -> new TreeMap<>()).merge(how, 1, Integer::sum);
    }

    private static void record(Histogram histogram, long micros) {
        histogram.recordValue(Math.max(0, Math.min(LONGEST_MICROS, micros)));
    }

    /** The same for two frames that say the same, and hardly ever for others. */
    private long contents(ByteBuffer in, int from, int to) {
        int position = in.position();
        int limit = in.limit();
        crc.reset();
        crc.update(in.limit(to).position(from));
        in.limit(limit).position(position);
        return crc.getValue() << 32 | to - from;
    }

    /** Takes over what another thread has counted, all but its broadcasts. */
    void add(Tally other) {
        handshakes.add(other.handshakes);
        latency.add(other.latency);
        gaps.add(other.gaps);
        other.failures.forEach((reason, count) -> failures.merge(reason, count, Integer::sum));
        other.ends.forEach((role, hows) -> hows.forEach((how, count) ->
                ends.computeIfAbsent(role, key -> new TreeMap<>()).merge(how, count, Integer::sum)));
        for (int role = 0; role < ROLES; role++) {
            frames[role] += other.frames[role];
            bytes[role] += other.bytes[role];
            skipped[role] += other.skipped[role];
            opened[role] += other.opened[role];
            open[role] += other.open[role];
        }
        for (int type = 0; type < TYPES; type++) {
            types[type] += other.types[type];
            typeBytes[type] += other.typeBytes[type];
        }
        cycles += other.cycles;
        binaries += other.binaries;
        pings += other.pings;
        beatsAgreed += other.beatsAgreed;
        resyncs += other.resyncs;
    }
}
