package org.tickcast.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.tickcast.feed.Scenario;
import org.tickcast.feed.SimulatedMarket;
import org.tickcast.feed.SimulationSettings;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.Watchlist;
import org.tickcast.wire.Channel;
import org.tickcast.wire.Picture;
import org.tickcast.wire.VersionedProtocol;

/**
 * Whether the load generator sees what is there: it is put before a server that fragments, dribbles, lies and hangs up,
 * and its report has to say so. Ends with the first thing that is wrong; takes half a minute.
 */
public final class SelfCheck {

    private static final String PATCH = "{\"type\":\"patch\",\"ts\":%d,\"from\":1,\"to\":2,\"skipped\":3,\"patch\":{}}";
    private static final Duration LATE = Duration.ofMillis(50);
    private static final int NORMAL = 1000;

    private SelfCheck() {}

    public static void main(String[] arguments) throws Exception {
        isoStamps();
        fragments();
        dribble();
        longMessage();
        pings();
        noPong();
        lateness();
        endings();
        refusals();
        frozen();
        pictures(true);
        pictures(false);
        System.out.println("The load generator sees what is there.");
    }

    /** Against the JDK's own reading, for random moments of a century. */
    private static void isoStamps() {
        StampFinder finder = StampFinder.of("at", "first");
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            Instant at = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000) * 1_000L);
            ZoneOffset zone = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(1_200) - 600));
            String written = at.atOffset(i % 3 == 0 ? ZoneOffset.UTC : zone)
                    .format(i % 2 == 0 ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : DateTimeFormatter.ISO_DATE_TIME);
            byte[] frame = ("{\"more\":1,\"at\":\"" + written + "\"}").getBytes(StandardCharsets.UTF_8);
            assertThat(finder.find(ByteBuffer.wrap(frame), 0, frame.length))
                    .as(written)
                    .isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, at));
        }
    }

    private static void fragments() throws Exception {
        JsonObject report = report(peer -> {
            byte[] words = patch(0).getBytes(StandardCharsets.UTF_8);
            peer.upgrade();
            peer.raw(ScriptedServer.Peer.frame(FrameReader.TEXT, part(words, 0, 10)));
            peer.raw(ScriptedServer.Peer.frame(0x80 | FrameReader.PING, new byte[] {7}));
            peer.raw(ScriptedServer.Peer.frame(FrameReader.CONTINUATION, part(words, 10, 11)));
            peer.raw(ScriptedServer.Peer.frame(0x80, part(words, 11, words.length)));
            peer.raw(ScriptedServer.Peer.frame(0x80 | FrameReader.BINARY, part(words, 0, 4)));
            assertThat(peer.expect(FrameReader.PONG)).containsExactly(7);
            leave(peer);
        });
        assertThat(number(report, "types", "patch", "frames")).isEqualTo(1);
        assertThat(report.getInt("binary_messages")).isEqualTo(1);
        assertThat(report.getInt("pings")).isEqualTo(1);
    }

    private static void dribble() throws Exception {
        JsonObject report = report(peer -> {
            peer.upgrade();
            for (byte next : ScriptedServer.Peer.frame(0x80 | FrameReader.TEXT, new byte[200])) {
                peer.raw(new byte[] {next});
            }
            peer.text(patch(0));
            leave(peer);
        });
        assertThat(number(report, "types", "other", "bytes")).isEqualTo(200);
        assertThat(number(report, "types", "patch", "frames")).isEqualTo(1);
    }

    private static void longMessage() throws Exception {
        JsonObject report = report(peer -> {
            peer.upgrade();
            peer.text("x".repeat(3_000_000));
            peer.text(patch(0));
            leave(peer);
        });
        assertThat(number(report, "types", "other", "bytes")).isEqualTo(3_000_000);
        assertThat(number(report, "types", "patch", "frames")).isEqualTo(1);
    }

    private static void pings() throws Exception {
        byte[] longest = new byte[FrameWriter.LONGEST];
        new Random(1).nextBytes(longest);
        JsonObject report = report(peer -> {
            peer.upgrade();
            for (int i = 0; i < 100; i++) {
                peer.raw(ScriptedServer.Peer.frame(0x80 | FrameReader.PING, longest));
                assertThat(peer.expect(FrameReader.PONG)).isEqualTo(longest);
            }
            leave(peer);
        });
        assertThat(report.getInt("pings")).isEqualTo(100);
    }

    private static void noPong() throws Exception {
        JsonObject report = report(
                peer -> {
                    peer.upgrade();
                    peer.raw(ScriptedServer.Peer.frame(0x80 | FrameReader.PING, new byte[0]));
                    leave(peer); // Would find the pong before it.
                },
                "--no-pong",
                "1");
        assertThat(report.getInt("pings")).isEqualTo(1);
    }

    private static void lateness() throws Exception {
        JsonObject report = report(peer -> {
            peer.upgrade();
            Instant end = Instant.now().plusSeconds(2);
            while (Instant.now().isBefore(end)) {
                peer.text(patch(
                        ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now().minus(LATE))));
                TimeUnit.MILLISECONDS.sleep(20);
            }
            leave(peer);
        });
        assertThat(decimal(report, "latency_ms", "p50")).isBetween(50.0, 70.0);
        assertThat(decimal(report, "gap_ms", "p50")).isBetween(19.0, 40.0);
        assertThat(report.getInt("skipped")).isEqualTo(3 * report.getInt("frames"));
        assertThat(report.getInt("broadcasts")).isBetween(30, 51);
    }

    private static void endings() throws Exception {
        JsonObject slow = report(peer -> {
            peer.upgrade();
            peer.closing(4008);
            peer.expectClose(4008);
        });
        assertThat(number(slow, "closes", "4008")).isEqualTo(1);
        assertThat(number(slow, "roles", "reading", "still_open")).isZero();

        JsonObject gone = report(ScriptedServer.Peer::upgrade);
        assertThat(number(gone, "roles", "reading", "ended", "eof")).isEqualTo(1);
        assertThat(gone.getInt("ended_without_close_frame")).isEqualTo(1);

        JsonObject cut = report(peer -> {
            peer.upgrade();
            TimeUnit.MILLISECONDS.sleep(300);
            peer.reset();
        });
        assertThat(number(cut, "roles", "reading", "ended", "reset")).isEqualTo(1);

        JsonObject broken = report(peer -> {
            peer.upgrade();
            peer.raw(new byte[] {(byte) 0x81, (byte) 0x80, 0, 0, 0, 0});
            TimeUnit.MILLISECONDS.sleep(300);
        });
        assertThat(number(broken, "roles", "reading", "ended", "protocol_error: a masked frame"))
                .isEqualTo(1);
    }

    private static void refusals() throws Exception {
        JsonObject refused = report(peer -> {
            peer.key();
            peer.answer("429 Too Many Requests\r\nContent-Length: 0");
        });
        assertThat(number(refused, "failed", "http_429")).isEqualTo(1);

        JsonObject lied = report(peer -> {
            peer.key();
            peer.answer("101 Switching Protocols\r\nSec-WebSocket-Accept: no");
        });
        assertThat(number(lied, "failed", "wrong_accept")).isEqualTo(1);

        JsonObject silent = report(ScriptedServer.Peer::key);
        assertThat(number(silent, "failed", "closed_in_handshake")).isEqualTo(1);
    }

    /** It has never read, and yet knows in the end how it was closed. */
    private static void frozen() throws Exception {
        JsonObject report = report(
                peer -> {
                    peer.upgrade();
                    for (int i = 0; i < 50; i++) {
                        peer.text(patch(i));
                    }
                    peer.closing(4008);
                    peer.expectClose(4008);
                },
                "--frozen",
                "1");
        assertThat(number(report, "roles", "frozen", "ended", "close_4008")).isEqualTo(1);
        assertThat(number(report, "roles", "frozen", "frames")).isZero();
        assertThat(number(report, "types", "patch", "frames")).isEqualTo(50);
    }

    /** A market of tickcast.v1, once as it should be and once with a checksum that is wrong. */
    private static void pictures(boolean right) throws Exception {
        List<String> frames = market(right);
        JsonObject report = report(
                peer -> {
                    peer.upgrade();
                    for (String frame : frames) {
                        peer.text(frame);
                    }
                    if (!right) {
                        assertThat(peer.expect(FrameReader.TEXT)).isEqualTo(Verifier.RESYNC);
                    }
                    leave(peer);
                },
                "--verify",
                "1");
        assertThat(number(report, "types", "patch", "frames")).isEqualTo(20);
        assertThat(report.getInt("verified_beats")).isEqualTo(right ? 20 : 19);
        assertThat(report.getInt("resyncs")).isEqualTo(right ? 0 : 1);
    }

    private static List<String> market(boolean right) {
        SimulatedMarket market = new SimulatedMarket(
                SimulationSettings.ofSeed(1).with(Scenario.BUSY), Instant.parse("2026-11-20T03:00:00Z"));
        MarketBoard board = new MarketBoard("check", Watchlist.vn30(), new BoardLimits(60, Duration.ofSeconds(15)));
        Picture picture = new Picture(Channel.MARKET);
        picture.lookAt(board);
        List<String> frames = new ArrayList<>();
        Instant now = Instant.now();
        frames.add(VersionedProtocol.snapshot(now, "check", picture.version(), 0L, picture.text()));
        for (int i = 0; i < 20; i++) {
            long seen = picture.version();
            for (int step = 0; step < 100; step++) {
                market.step(board::apply);
            }
            picture.lookAt(board);
            frames.add(VersionedProtocol.patch(now, picture.since(seen), 0));
            String checksum = right || i < 19 ? picture.checksum() : "00000000";
            frames.add(VersionedProtocol.beat(now, picture.version(), checksum));
        }
        return frames;
    }

    private static JsonObject report(ScriptedServer.Script script, String... more) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script)) {
            List<String> arguments = new ArrayList<>(List.of(
                    "--url",
                    server.url(),
                    "--conns",
                    "1",
                    "--warmup",
                    "0",
                    "--seconds",
                    "1",
                    "--protocol",
                    "tickcast.v1"));
            arguments.addAll(List.of(more));
            JsonObject report = MarketLoad.run(LoadOptions.parse(arguments.toArray(String[]::new)));
            server.awaitEnd();
            return report;
        }
    }

    /** The client leaves as it should, and is let go. */
    private static void leave(ScriptedServer.Peer peer) throws IOException {
        peer.expectClose(NORMAL);
        peer.closing(NORMAL);
    }

    private static String patch(long micros) {
        return String.format(Locale.ROOT, PATCH, micros);
    }

    private static byte[] part(byte[] words, int from, int to) {
        return Arrays.copyOfRange(words, from, to);
    }

    private static int number(JsonObject report, String... path) {
        return ((JsonNumber) value(report, path)).intValue();
    }

    private static double decimal(JsonObject report, String... path) {
        return ((JsonNumber) value(report, path)).doubleValue();
    }

    private static JsonValue value(JsonObject report, String... path) {
        try {
            return report.getValue("/" + String.join("/", path));
        } catch (JsonException e) {
            throw new AssertionError(report.toString(), e);
        }
    }
}
