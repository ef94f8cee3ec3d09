package org.tickcast.bench.load;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** What a run has shown, as one JSON object and as a few lines for who looks on. Times are milliseconds. */
final class Report {

    private static final double MICROS_PER_MILLI = 1_000;

    private final LoadOptions options;
    private final Tally tally;
    private final double seconds;
    private final JsonObjectBuilder json = Json.createObjectBuilder();

    /** @param seconds how long the measured part was */
    Report(LoadOptions options, Tally tally, double seconds) {
        this.options = options;
        this.tally = tally;
        this.seconds = seconds;
        json.add("url", options.target().withoutSecrets())
                .add("threads", options.threads())
                .add("seconds", rounded(seconds))
                .add("wanted", options.opens())
                .add("connected", Arrays.stream(tally.opened).sum())
                .add("failed", counts(tally.failures))
                .add("handshake_ms", percentiles(tally.handshakes));
    }

    /** Where nobody came in, there is nothing to measure. */
    JsonObject nobody() {
        return json.build();
    }

    JsonObject churn() {
        return json.add("cycles", tally.cycles)
                .add("cycles_per_second", rounded(tally.cycles / seconds))
                .build();
    }

    JsonObject hold(Broadcasts.Spread spread) {
        long frames = frames();
        json.add("frames", frames)
                .add("frames_per_second", rounded(frames / seconds))
                .add("bytes", Arrays.stream(tally.bytes).sum())
                .add("latency_ms", percentiles(tally.latency))
                .add("broadcasts", spread.broadcasts)
                .add("delivered_percent", delivered(spread))
                .add("spread_ms", percentiles(spread.micros))
                .add("gap_ms", percentiles(tally.gaps))
                .add("roles", roles())
                .add("closes", closes())
                .add("ended_without_close_frame", endsOf("eof") + endsOf("reset"))
                .add("binary_messages", tally.binaries)
                .add("pings", tally.pings);
        if (options.isVersioned()) {
            json.add("skipped", Arrays.stream(tally.skipped).sum())
                    .add("types", types())
                    .add("verified_beats", tally.beatsAgreed)
                    .add("resyncs", tally.resyncs);
        }
        return json.build();
    }

    /** Near 100 for each thread the load is the limit, and the other figures say little. */
    void costOfLoad(ProcessGauge clientBefore, ProcessGauge clientAfter) {
        json.add("client_cpu_percent", rounded(100 * (clientAfter.cpuSeconds() - clientBefore.cpuSeconds()) / seconds));
    }

    void costOfServer(ProcessGauge before, ProcessGauge after) {
        double used = after.cpuSeconds() - before.cpuSeconds();
        json.add("server_cpu_seconds", rounded(used))
                .add("server_cpu_percent", rounded(100 * used / seconds))
                .add("server_rss_bytes", after.rssBytes())
                .add("server_rss_peak_bytes", after.rssPeakBytes());
        if (!options.isChurn() && frames() > 0) {
            json.add("server_cpu_seconds_per_million_frames", rounded(used * 1e6 / frames()));
        }
        if (options.isChurn() && tally.cycles > 0) {
            json.add("server_cpu_seconds_per_million_cycles", rounded(used * 1e6 / tally.cycles));
        }
    }

    /** The few figures that one looks at first. */
    static String summary(JsonObject report) {
        StringBuilder lines = new StringBuilder();
        for (String name : new String[] {
            "connected",
            "failed",
            "cycles_per_second",
            "frames_per_second",
            "latency_ms",
            "delivered_percent",
            "spread_ms",
            "closes",
            "skipped",
            "verified_beats",
            "resyncs",
            "client_cpu_percent",
            "server_cpu_percent",
            "server_cpu_seconds_per_million_frames",
            "server_rss_bytes"
        }) {
            if (report.containsKey(name)) {
                lines.append(String.format(Locale.ROOT, "%-40s %s%n", name, report.get(name)));
            }
        }
        return lines.toString();
    }

    private long frames() {
        return Arrays.stream(tally.frames).sum();
    }

    /** Of the broadcasts that reached anybody, the part that reached each of those who read and came in. */
    private double delivered(Broadcasts.Spread spread) {
        long readers = Stream.of(Role.values())
                .filter(Role::isPrompt)
                .mapToLong(role -> tally.opened[role.ordinal()])
                .sum();
        return rounded(100.0 * spread.arrivals / Math.max(1, spread.broadcasts * readers));
    }

    private JsonObject roles() {
        JsonObjectBuilder roles = Json.createObjectBuilder();
        for (Role role : Role.values()) {
            int i = role.ordinal();
            Map<String, Integer> ends = Objects.requireNonNullElse(tally.ends.get(role), Map.of());
            if (tally.opened[i] > 0) {
                roles.add(
                        role.id(),
                        Json.createObjectBuilder()
                                .add("still_open", tally.open[i])
                                .add("ended", counts(ends))
                                .add("frames", tally.frames[i])
                                .add("bytes", tally.bytes[i])
                                .add("skipped", tally.skipped[i]));
            }
        }
        return roles.build();
    }

    private JsonObject types() {
        JsonObjectBuilder types = Json.createObjectBuilder();
        for (FrameType type : FrameType.values()) {
            if (tally.types[type.ordinal()] > 0) {
                types.add(
                        type.id(),
                        Json.createObjectBuilder()
                                .add("frames", tally.types[type.ordinal()])
                                .add("bytes", tally.typeBytes[type.ordinal()]));
            }
        }
        return types.build();
    }

    private JsonObject closes() {
        Map<String, Integer> codes = new TreeMap<>();
        tally.ends
                .values()
                .forEach(ends -> ends.forEach((how, count) -> {
                    if (how.startsWith("close_")) {
                        codes.merge(how.substring("close_".length()), count, Integer::sum);
                    }
                }));
        return counts(codes);
    }

    private int endsOf(String how) {
        return tally.ends.values().stream()
                .mapToInt(ends -> ends.getOrDefault(how, 0))
                .sum();
    }

    private static JsonObject counts(Map<String, Integer> counts) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        counts.forEach(object::add);
        return object.build();
    }

    private static JsonObject percentiles(Histogram micros) {
        if (micros.getTotalCount() == 0) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        return Json.createObjectBuilder()
                .add("count", micros.getTotalCount())
                .add("p50", millis(micros.getValueAtPercentile(50)))
                .add("p99", millis(micros.getValueAtPercentile(99)))
                .add("p99_9", millis(micros.getValueAtPercentile(99.9)))
                .add("max", millis(micros.getMaxValue()))
                .build();
    }

    private static double millis(long micros) {
        return micros / MICROS_PER_MILLI;
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
