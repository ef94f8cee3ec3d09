package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.TEN;
import static org.tickcast.testing.SampleMarket.VNM;
import static org.tickcast.testing.SampleMarket.foreign;
import static org.tickcast.testing.SampleMarket.futures;
import static org.tickcast.testing.SampleMarket.index;
import static org.tickcast.testing.SampleMarket.trade;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.DailyReset;
import org.tickcast.market.MarketBoard;
import org.tickcast.market.MarketEvent;
import org.tickcast.market.Watchlist;
import org.tickcast.testing.PlainJson;
import org.tickcast.testing.ReferenceClient;
import org.tickcast.testing.SampleMarket;
import org.tickcast.testing.WrittenFile;

/** Cases that clients in other languages are held to as well: here they are held to what the server does. */
class VectorsTest {

    private static final Path VECTORS = Path.of("src/test/resources/vectors");
    private static final WrittenFile DELIVERY = new WrittenFile(VECTORS.resolve("delivery.json"));

    @TestFactory
    Stream<DynamicTest> a_value_is_written_in_one_way_only() throws IOException {
        return cases("canonical.json")
                .map(vector -> DynamicTest.dynamicTest(PlainJson.text(vector, "name"), () -> {
                    String written = CanonicalJson.write(vector.get("value"));

                    assertThat(written).isEqualTo(vector.get("text"));
                    assertThat(CanonicalJson.checksum(written)).isEqualTo(vector.get("checksum"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_step_leads_to_one_picture_only() throws IOException {
        return cases("steps.json")
                .map(vector -> DynamicTest.dynamicTest(PlainJson.text(vector, "name"), () -> {
                    ReferenceClient client = new ReferenceClient();
                    client.receive(
                            VersionedProtocol.snapshot(TEN, "e", 1, 0L, CanonicalJson.write(vector.get("before"))));

                    Object series = vector.get("series");
                    String moved = series == null ? null : CanonicalJson.write(series);
                    client.receive(VersionedProtocol.patch(
                            TEN, new Patch(1, 2, CanonicalJson.write(vector.get("patch")), moved), 0));

                    assertThat(client.takeResync()).isFalse();
                    assertThat(client.shown()).isEqualTo(CanonicalJson.write(vector.get("after")));
                }));
    }

    /** Word for word what the server says to a client that is there all the time. */
    @Test
    void a_day_of_small_steps_is_told_like_this() {
        String day = new Day().told();

        assertThat(DELIVERY.orWritten(day))
                .as(DELIVERY.howToWriteIt(getClass()))
                .isEqualTo(day);
    }

    private static Stream<Map<String, @Nullable Object>> cases(String file) throws IOException {
        String wrapped = "{\"cases\":" + Files.readString(VECTORS.resolve(file)) + "}";
        return PlainJson.asList(PlainJson.object(wrapped).get("cases")).stream().map(PlainJson::asObject);
    }

    /** One client of each channel, and what it is sent as the market moves. */
    private static final class Day {

        private final StringJoiner channels = new StringJoiner(",\n", "[\n", "\n]\n");

        String told() {
            for (Channel channel : Channel.PICTURES) {
                channels.add(told(channel));
            }
            return channels.toString();
        }

        private String told(Channel channel) {
            MarketBoard board = SampleMarket.board(new BoardLimits(3, Duration.ofSeconds(10)));
            Picture picture = new Picture(channel);
            StringJoiner frames = new StringJoiner(",\n", "{\"channel\":\"" + channel.id() + "\",\"frames\":[\n", "]}");
            picture.lookAt(board);
            frames.add(VersionedProtocol.snapshot(TEN, "e1", picture.version(), 0L, picture.text()));
            long shown = picture.version();
            for (MarketEvent event : events()) {
                board.apply(event);
                if (picture.lookAt(board)) {
                    frames.add(VersionedProtocol.patch(TEN, picture.since(shown), 0));
                    frames.add(VersionedProtocol.beat(TEN, picture.version(), picture.checksum()));
                    shown = picture.version();
                }
            }
            return frames.toString();
        }

        private static List<MarketEvent> events() {
            return List.of(
                    trade(FPT, 98_500, 100),
                    index(Watchlist.VN30, 2_000.126, TEN),
                    foreign(FPT, 10, 3, TEN),
                    futures(FEBRUARY, 2_001.5, 1),
                    index(Watchlist.VN30, 2_001, TEN.plusSeconds(10)),
                    index(Watchlist.VN30, 2_001.5, TEN.plusSeconds(15)),
                    index(Watchlist.VN30, 2_002, TEN.plusSeconds(20)),
                    index(Watchlist.VNINDEX, 1_999.99, TEN.plusSeconds(20)),
                    index(Watchlist.VN30, 2_003, TEN.plusSeconds(30)),
                    foreign(VNM, 7, 90, TEN),
                    trade(VNM, 61_200, 700),
                    new DailyReset(TEN),
                    trade(FPT, 98_600, 100));
        }
    }
}
