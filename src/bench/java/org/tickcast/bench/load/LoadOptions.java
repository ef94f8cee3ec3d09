package org.tickcast.bench.load;

import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.VersionedProtocol;

/**
 * What one run is to do.
 *
 * @param room of the hub, which everybody joins who comes in; null on other channels
 * @param cycles how often a socket is opened and closed; 0 holds the sockets instead
 * @param pid the server's process, to tell what it costs; 0 when nobody wants to know
 */
record LoadOptions(
        Target target,
        List<String> headers,
        @Nullable String protocol,
        Crowd crowd,
        int rampPerSecond,
        int warmupSeconds,
        int seconds,
        int drainSeconds,
        int frozenBufferBytes,
        StampFinder stamps,
        @Nullable String room,
        int cycles,
        int parallel,
        int threads,
        long pid,
        @Nullable Path out) {

    /** Every option, and its value where nobody gives one. */
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("--url", ""),
            Map.entry("--header", ""),
            Map.entry("--protocol", ""),
            Map.entry("--conns", "100"),
            Map.entry("--frozen", "0"),
            Map.entry("--frozen-buffer", "4096"),
            Map.entry("--slow", "0"),
            Map.entry("--slow-bytes-per-second", "1000"),
            Map.entry("--no-pong", "0"),
            Map.entry("--verify", "0"),
            Map.entry("--addresses", "0"),
            Map.entry("--ramp", "500"),
            Map.entry("--warmup", "3"),
            Map.entry("--seconds", "10"),
            Map.entry("--drain", "2"),
            Map.entry("--stamp-key", "ts"),
            Map.entry("--stamp-of", "first"),
            Map.entry("--room", ""),
            Map.entry("--churn", "0"),
            Map.entry("--parallel", "50"),
            Map.entry("--threads", "1"),
            Map.entry("--pid", "0"),
            Map.entry("--out", ""));

    boolean isVersioned() {
        return protocols().contains(VersionedProtocol.SUBPROTOCOL);
    }

    /** What the server may choose from; nothing when nobody asks. */
    List<String> protocols() {
        return protocol == null ? List.of() : List.of(protocol.split("\\s*,\\s*", -1));
    }

    boolean isChurn() {
        return cycles > 0;
    }

    /** How many sockets are opened in all. */
    int opens() {
        return isChurn() ? cycles : crowd.size();
    }

    static LoadOptions parse(String[] arguments) throws UnknownHostException {
        List<String> headers = new ArrayList<>();
        Map<String, String> given = new HashMap<>(DEFAULTS);
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i];
            if (!DEFAULTS.containsKey(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Options are "
                        + DEFAULTS.keySet().stream().sorted().toList() + ", each with a value; was " + name);
            }
            given.put(name, arguments[i + 1]);
            if (name.equals("--header")) {
                headers.add(arguments[i + 1]);
            }
        }
        return new Given(given).options(headers);
    }

    private record Given(Map<String, String> values) {

        LoadOptions options(List<String> headers) throws UnknownHostException {
            return new LoadOptions(
                    Target.of(text("--url")),
                    List.copyOf(headers),
                    optional("--protocol"),
                    crowd(),
                    number("--ramp", 1),
                    number("--warmup", 0),
                    number("--seconds", 1),
                    number("--drain", 0),
                    number("--frozen-buffer", 1),
                    StampFinder.of(text("--stamp-key"), text("--stamp-of")),
                    optional("--room"),
                    number("--churn", 0),
                    number("--parallel", 1),
                    number("--threads", 1),
                    number("--pid", 0),
                    text("--out").isEmpty() ? null : Path.of(text("--out")));
        }

        private Crowd crowd() {
            return new Crowd(
                    number("--conns", 1),
                    number("--frozen", 0),
                    number("--slow", 0),
                    number("--slow-bytes-per-second", 1),
                    number("--no-pong", 0),
                    number("--verify", 0),
                    number("--addresses", 0));
        }

        private int number(String name, int least) {
            String value = text(name);
            try {
                int number = Integer.parseInt(value);
                if (number >= least) {
                    return number;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " must be a whole number, was " + value, e);
            }
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }

        private String text(String name) {
            return values.getOrDefault(name, "");
        }

        private @Nullable String optional(String name) {
            return text(name).isEmpty() ? null : text(name);
        }
    }
}
