package org.tickcast.it.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.PlainJson;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.PictureClient;
import org.tickcast.testing.server.Producer;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TestTokens;
import org.tickcast.testing.server.TickcastWar;
import org.tickcast.testing.server.TyrusClient;
import org.tickcast.wire.CanonicalJson;

/** Who asks for tickcast.v1 is sent what has changed, and can come back. The market stands still unless a test moves it. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // Filled before each test.
class VersionedChannelsIT {

    /** Grows from test to test, so that what is moved has always moved. */
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final String AUTHORIZED = "Authorization: Bearer " + TickcastWar.TOKEN;

    @ArquillianResource
    private URL server;

    private Producer producer;

    @Deployment(testable = false)
    @TargetsContainer("ingest")
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @BeforeEach
    void makeProducer() {
        producer = new Producer(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tickcast.v1",
                "tickcast.v1, bearer, " + TickcastWar.TOKEN,
                "bearer, " + TickcastWar.TOKEN + ", tickcast.v1",
                "soap,tickcast.v1 ,mqtt"
            })
    void it_is_agreed_on_wherever_it_is_among_what_is_offered(String offered) throws IOException {
        try (BareClient client = offering(offered)) {
            assertThat(client.header("Sec-WebSocket-Protocol")).isEqualTo("tickcast.v1");
            assertThat(client.text()).startsWith("{\"type\":\"hello\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {"bearer, " + TickcastWar.TOKEN + " | bearer", "soap | ``", "tickcast.v2 | ``", "TICKCAST.V1 | ``"})
    void who_does_not_offer_it_is_sent_whole_frames(String offered, String agreed) throws IOException {
        try (BareClient client = offering(offered)) {
            assertThat(client.header("Sec-WebSocket-Protocol")).isEqualTo(agreed);
            assertThat(client.text()).doesNotContain("\"type\"").startsWith("{\"");
        }
    }

    @Test
    void every_channel_greets_shows_itself_says_what_changes_and_how_to_check_it() throws Exception {
        for (String channel : List.of("market", "foreign", "index")) {
            try (PictureClient client = open("127.4.1.2", "/ws/" + channel)) {
                JsonObject hello = client.next();
                assertThat(hello.getString("type")).isEqualTo("hello");
                assertThat(hello.getString("channel")).isEqualTo(channel);
                assertThat(hello.getInt("heartbeat_ms")).isEqualTo(1_000);
                assertThat(hello.getBoolean("resumed")).isFalse();
                assertThat(hello.isNull("reason")).isTrue();
                assertThat(client.next().getString("type")).isEqualTo("snapshot");

                for (int i = 0; i < 3; i++) {
                    moveEverything();
                    client.nextPicture();
                    client.next("beat");
                }

                assertThat(client.picture().beats()).as(channel).isGreaterThanOrEqualTo(3);
                assertThat(client.picture().takeResync()).as(channel).isFalse();
            }
        }
    }

    @Test
    void alerts_have_no_picture_and_so_no_checksum() throws Exception {
        try (PictureClient client = open("127.4.1.3", "/ws/alerts")) {
            JsonObject hello = client.next();
            assertThat(hello.getString("type")).isEqualTo("hello");
            assertThat(hello.getString("channel")).isEqualTo("alerts");

            JsonObject beat = client.next();
            assertThat(beat.getString("type")).isEqualTo("beat");
            assertThat(beat.isNull("checksum")).isTrue();
            assertThat(beat.getJsonNumber("version")).isEqualTo(hello.getJsonNumber("version"));
        }
    }

    @Test
    void at_rest_a_client_shows_what_who_asks_is_answered() throws Exception {
        RestClient asking = new RestClient(server);
        try (PictureClient client = open("127.4.1.4", "/ws/market")) {
            client.next("snapshot");
            moveEverything();
            client.nextPicture();
            JsonObject beat = client.next("beat");

            assertThat(client.picture().shown()).isEqualTo(shownByAsking(asking));
            assertThat(beat.getString("checksum")).isEqualTo(CanonicalJson.checksum(shownByAsking(asking)));
        }
    }

    @Test
    void who_comes_back_and_has_missed_nothing_is_sent_nothing() throws Exception {
        PictureClient gone = seenAndGone("/ws/index", "127.4.1.5");

        try (PictureClient back =
                open("127.4.1.5", "/ws/index?since=" + gone.picture().since())) {
            JsonObject hello = back.next();
            assertThat(hello.getBoolean("resumed")).isTrue();
            assertThat(hello.isNull("reason")).isTrue();
            assertThat(back.next().getString("type")).isEqualTo("beat");
        }
    }

    @Test
    void who_comes_back_is_sent_what_was_missed_in_one_step() throws Exception {
        PictureClient gone = seenAndGone("/ws/market", "127.4.1.6");
        moveIndices("2001.5", 11);
        moveIndices("2002.5", 12);

        try (PictureClient back =
                open("127.4.1.6", "/ws/market?since=" + gone.picture().since())) {
            String hello = back.socket().text();
            String patch = back.socket().text();
            gone.picture().opened();
            List.of(hello, patch, back.socket().text()).forEach(gone.picture()::receive);

            assertThat(RestClient.parsed(hello).getBoolean("resumed")).isTrue();
            assertThat(RestClient.parsed(patch).getString("type")).isEqualTo("patch");
            assertThat(gone.picture().takeResync()).isFalse();
            assertThat(gone.picture().beats()).isPositive();
        }
    }

    @Test
    void who_has_something_from_another_life_or_from_nobody_begins_anew() throws Exception {
        String since = seenAndGone("/ws/index", "127.4.1.7").picture().since();
        String epoch = String.valueOf(since).split(":", 2)[0];

        assertThat(reasonToBeginAnew("other:1")).isEqualTo("epoch");
        assertThat(reasonToBeginAnew("rubbish")).isEqualTo("malformed");
        assertThat(reasonToBeginAnew("")).isEqualTo("malformed");
        assertThat(reasonToBeginAnew(epoch + ":999999999999")).isEqualTo("malformed");
        assertThat(reasonToBeginAnew(epoch + ":0")).isEqualTo("too-old");
    }

    @Test
    void who_asks_for_the_whole_picture_gets_it_and_who_asks_often_does_not_get_it_often() throws Exception {
        try (PictureClient client = open("127.4.1.8", "/ws/index")) {
            client.next("snapshot");
            client.next("beat");
            client.next("beat");

            client.socket().sendTextAtOnce("{\"type\":\"resync\"}", 5);
            client.next("snapshot");
            client.say("{\"type\":\"ping\",\"id\":\"behind the five\"}");

            assertThat(client.next("pong").getString("id")).isEqualTo("behind the five");
            int more = 0;
            int beats = 0;
            while (beats < 3) {
                String type = client.next().getString("type");
                more += type.equals("snapshot") ? 1 : 0;
                beats += type.equals("beat") ? 1 : 0;
            }
            assertThat(more).as("more of them").isLessThanOrEqualTo(1);
            assertThat(client.picture().takeResync()).isFalse();
        }
    }

    @Test
    void a_client_that_wants_one_picture_a_second_is_told_how_many_it_is_not_sent_and_may_change_its_mind()
            throws Exception {
        try (PictureClient all = open("127.4.1.9", "/ws/index");
                PictureClient few = open("127.4.1.9", "/ws/index");
                TyrusClient feeder = new TyrusClient(server, "/test/inbox")) {
            few.next("snapshot");
            all.next("snapshot");
            few.say("{\"type\":\"pace\",\"per_second\":1}");
            few.say("{\"type\":\"ping\"}");
            few.next("pong");
            List<Long> published = new ArrayList<>();
            published.add(all.picture().version());
            for (int i = 0; i < 8; i++) {
                publishNext(all, feeder, published);
            }

            for (int i = 0; i < 3; i++) {
                long from = few.picture().version();
                int skipped = few.nextPicture().getInt("skipped");
                assertThat(skipped).isEqualTo(between(from, few.picture().version(), published));
            }
            assertThat(few.picture().skipped()).isPositive();

            few.say("{\"type\":\"pace\",\"per_second\":null}");
            do {
                publishNext(all, feeder, published);
            } while (few.nextPicture().getInt("skipped") > 0);
            assertThat(all.picture().skipped()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                ",\"id\":\"a\" | \"a\"",
                ",\"id\":7 | 7",
                ",\"id\":\"ế😀\" | \"ế😀\"",
                "`` | null",
                ",\"id\":null | null"
            })
    void a_ping_is_answered_with_its_id(String id, String answered) throws Exception {
        try (BareClient client = offering("tickcast.v1")) {
            client.sendText("{\"type\":\"ping\"" + id + "}");

            assertThat(client.textWith("\"pong\"")).endsWith(",\"id\":" + answered + "}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ping",
                "[]",
                "{",
                "{\"type\":\"dance\"}",
                "{\"type\":7}",
                "{\"kind\":\"ping\"}",
                "{\"type\":\"ping\",\"type\":\"ping\"}",
                "{\"type\":\"ping\"}{\"type\":\"ping\"}",
                "{\"type\":\"ping\",\"id\":true}",
                "{\"type\":\"ping\",\"id\":{}}",
                "{\"type\":\"pace\"}",
                "{\"type\":\"pace\",\"per_second\":\"1\"}",
                "{\"type\":\"pace\",\"per_second\":-1}",
                "{\"type\":\"pace\",\"per_second\":1e999999999}",
                "{\"type\":\"pace\",\"per_second\":101}",
                "{\"type\":\"auth\",\"token\":1}"
            })
    void what_is_not_understood_is_answered_and_changes_nothing(String text) throws Exception {
        assertAnsweredAndStillServed(text);
    }

    @Test
    void so_is_what_is_too_deep_or_too_long_or_has_too_many_members() throws Exception {
        assertAnsweredAndStillServed("[".repeat(8_000));
        assertAnsweredAndStillServed("{\"type\":".repeat(1_000));
        assertAnsweredAndStillServed("{\"type\":\"ping\",\"id\":" + "9".repeat(8_000) + "}");
        assertAnsweredAndStillServed("{\"type\":\"ping\"" + " ".repeat(8_192) + "}");
        assertAnsweredAndStillServed("x".repeat(16 * 1024));
    }

    @Test
    void a_message_beyond_16_KiB_closes_the_socket_and_says_so_first() throws Exception {
        try (PictureClient client = open("127.4.1.10", "/ws/index")) {
            client.say("x".repeat(16 * 1024 + 1));

            assertThat(client.socket().closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void a_good_token_is_answered_with_its_end() throws Exception {
        try (PictureClient client = with(TickcastWar.TOKEN, "127.4.1.11")) {
            client.say(auth(TickcastWar.TOKEN));

            JsonObject answer = client.next("auth");
            assertThat(answer.keySet()).containsExactlyInAnyOrder("type", "ts", "ok", "expires_at");
            assertThat(answer.getBoolean("ok")).isTrue();
            assertThat(answer.isNull("expires_at")).isTrue();
        }
        String token = TestTokens.of("{\"sub\":\"lan\"}");
        try (PictureClient client = with(token, "127.4.1.11")) {
            client.say(auth(token));

            assertThat(client.next("auth").getString("expires_at")).endsWith("+07:00");
        }
    }

    @Test
    void a_bad_token_and_somebody_elses_end_with_a_goodbye() throws Exception {
        for (String shown : List.of("guess", TestTokens.of("{\"sub\":\"hoa\"}"))) {
            try (PictureClient client = with(TestTokens.of("{\"sub\":\"thu\"}"), "127.4.1.12")) {
                client.next("snapshot");
                client.say(auth(shown));

                JsonObject bye = client.next("bye");
                assertThat(bye.getInt("code")).isEqualTo(4002);
                assertThat(bye.getString("reason")).isEqualTo("token-invalid");
                assertThat(bye.getInt("retry_after_ms")).isZero();
                assertThat(client.socket().closeFrame()).startsWith("4002 ");
            }
        }
    }

    @Test
    void who_says_too_much_is_told_so_and_in_the_end_goodbye() throws Exception {
        try (PictureClient client = open("127.4.1.13", "/ws/index")) {
            client.next("snapshot");
            client.socket().sendTextAtOnce("{\"type\":\"ping\"}", 13);

            JsonObject error = client.next("error");
            assertThat(error.getString("code")).isEqualTo("message-rate");
            assertThat(error.getJsonObject("limit").getInt("per_second")).isEqualTo(10);
            assertThat(error.getInt("retry_after_ms")).isPositive();
            JsonObject bye = client.next("bye");
            assertThat(bye.getInt("code")).isEqualTo(4013);
            assertThat(bye.getString("reason")).isEqualTo("message-rate");
            assertThat(client.socket().closeFrame()).startsWith("4013 ");
        }
    }

    @Test
    void the_greeting_comes_first_however_early_the_client_talks() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (BareClient hasty = BareClient.from("127.4.2." + (1 + i), server)
                    .upgradeTalking("{\"type\":\"ping\",\"id\":1}", "/ws/index", AUTHORIZED, PictureClient.OFFER)) {
                assertThat(hasty.text()).startsWith("{\"type\":\"hello\"");
                assertThat(hasty.textWith("\"pong\"")).endsWith("\"id\":1}");
            }
        }
    }

    private BareClient offering(String protocols) throws IOException {
        return BareClient.from("127.4.1.1", server)
                .upgrade("/ws/index", AUTHORIZED, "Sec-WebSocket-Protocol: " + protocols);
    }

    private PictureClient open(String address, String pathAndQuery) throws IOException {
        return PictureClient.open(address, server, pathAndQuery);
    }

    private PictureClient with(String token, String address) throws IOException {
        return PictureClient.with(token, address, server, "/ws/index");
    }

    private static String auth(String token) {
        return "{\"type\":\"auth\",\"token\":\"" + token + "\"}";
    }

    private void assertAnsweredAndStillServed(String text) throws Exception {
        try (PictureClient client = open("127.4.3." + NUMBER.incrementAndGet(), "/ws/index")) {
            client.say(text);
            JsonObject error = client.next("error");
            assertThat(error.getString("code")).isEqualTo("bad-message");
            assertThat(error.getString("message")).isNotBlank().hasSizeLessThan(200);

            client.say("{\"type\":\"ping\",\"id\":\"still there\"}");
            assertThat(client.next("pong").getString("id")).isEqualTo("still there");
        }
    }

    /** One that has seen the present, and has hung up. */
    private PictureClient seenAndGone(String path, String address) throws Exception {
        moveIndices("2000.5", 10);
        PictureClient client = open(address, path);
        client.next("beat");
        client.close();
        return client;
    }

    private String reasonToBeginAnew(String since) throws IOException {
        try (PictureClient client = open("127.4.1.7", "/ws/index?since=" + since)) {
            JsonObject hello = client.next();
            assertThat(hello.getBoolean("resumed")).isFalse();
            assertThat(client.next().getString("type")).isEqualTo("snapshot");
            return hello.getString("reason");
        }
    }

    /** A change, and the picture that everybody who wants all of them is sent for it. */
    private static void publishNext(PictureClient all, TyrusClient feeder, List<Long> published) throws Exception {
        feeder.send("1");
        feeder.next();
        all.nextPicture();
        published.add(all.picture().version());
    }

    private static int between(long from, long to, List<Long> versions) {
        return (int) versions.stream().filter(v -> v > from && v < to).count();
    }

    private static String shownByAsking(RestClient asking) throws Exception {
        return CanonicalJson.write(PlainJson.withoutNulls(
                PlainJson.object(asking.get("/api/market/snapshot").body())));
    }

    /** Something that each channel shows. */
    private void moveEverything() throws Exception {
        int move = NUMBER.incrementAndGet();
        String at = "\"at\":\"2026-11-20T09:30:00+07:00\"}\n";
        assertThat(producer.push("{\"type\":\"trade\",\"symbol\":\"FPT\",\"price\":98500,\"volume\":300,"
                                + "\"session\":\"CONTINUOUS\"," + at
                                + "{\"type\":\"foreign\",\"symbol\":\"FPT\",\"buy_volume\":" + (1_000 + move)
                                + ",\"sell_volume\":300,\"buy_value\":118200000,\"sell_value\":29550000,"
                                + "\"total_room\":500000000,\"current_room\":200000000," + at
                                + indices("2000." + move, move))
                        .statusCode())
                .isEqualTo(200);
    }

    private void moveIndices(String value, int advances) throws Exception {
        assertThat(producer.push(indices(value, advances)).statusCode()).isEqualTo(200);
    }

    private static String indices(String value, int advances) {
        String index = "{\"type\":\"index\",\"symbol\":\"VN30\",\"value\":" + value
                + ",\"prior_value\":2000.0,\"total_volume\":5000,\"advances\":" + advances
                + ",\"declines\":4,\"unchanged\":14,\"at\":\"2026-11-20T09:30:00+07:00\"}";
        return index + "\n" + index.replace("VN30", "VNINDEX");
    }
}
