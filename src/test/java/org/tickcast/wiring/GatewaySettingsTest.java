package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.admission.Token;
import org.tickcast.feed.ResetTime;
import org.tickcast.hub.HubLimits;
import org.tickcast.hub.socket.WaitingLimits;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.FuturesListing;
import org.tickcast.market.Sectors;
import org.tickcast.market.Watchlist;
import org.tickcast.market.alert.AlertLimits;
import org.tickcast.socket.SocketLimits;
import org.tickcast.testing.MapConfig;

/** Settings are right from the start on, or there is no start. */
class GatewaySettingsTest {

    private final Map<String, String> values = ShippedSettings.defaults();

    @Test
    void these_are_the_defaults() {
        GatewaySettings settings = read();

        assertThat(settings)
                .usingRecursiveComparison()
                .isEqualTo(new GatewaySettings(
                        false,
                        SampleAdmissionSettings.DEFAULTS,
                        new SocketLimits(16_384),
                        SampleDeliverySettings.DEFAULTS,
                        new BoardLimits(60, Duration.ofSeconds(15)),
                        AlertLimits.DEFAULTS,
                        new MarketSettings(Watchlist.vn30(), Sectors.vn30(), FuturesListing.vietnam()),
                        Duration.ofMillis(10),
                        SampleFeedSettings.DEFAULTS,
                        new HubSettings(HubLimits.DEFAULTS, WaitingLimits.DEFAULTS, List.of(), null),
                        new RedisSettings(null, null, "websocket:broadcast"),
                        true,
                        List.of(),
                        settings.inForce()));
    }

    @Test
    void every_setting_that_is_shipped_is_read() {
        for (String property : ShippedSettings.defaults().keySet()) {
            Map<String, String> wrong = new HashMap<>(ShippedSettings.defaults());
            wrong.put(property, "no such\tthing");

            assertThatExceptionOfType(BadSettings.class)
                    .as(property)
                    .isThrownBy(() -> GatewaySettings.read(new MapConfig(wrong)))
                    .withMessageContaining(property + " must be ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tickcast.redis.port                | 0       | a whole number from 1 to 65535",
                "tickcast.redis.outside-channel     | a b     | a name of 1 to 128 visible ASCII characters, or none",
                "tickcast.limits.connections-per-ip | 0       | a whole number from 1 to 1000000",
                "tickcast.limits.connections-per-ip | 1000001 | a whole number from 1 to 1000000",
                "tickcast.limits.connections        | 0       | a whole number from 1 to 1000000",
                "tickcast.limits.connections-per-user | 0     | a whole number from 1 to 1000000",
                "tickcast.limits.connects-per-ip-per-minute | 0 | a whole number from 1 to 1000000",
                "tickcast.limits.connects-per-ip-per-hour | -1 | a whole number from 0 to 1000000",
                "tickcast.limits.messages-per-second | 0      | a whole number from 1 to 1000000",
                "tickcast.limits.breaches           | 0       | a whole number from 1 to 1000",
                "tickcast.limits.breach-window      | PT2H    | a duration from PT1S to PT1H",
                "tickcast.limits.tracked            | 0       | a whole number from 1 to 10000000",
                "tickcast.plans                     | gold plan | names with commas between them",
                "tickcast.plans.free.connections    | none    | a whole number from 1 to 1000000",
                "tickcast.origins                   | http://a/b | origins like https://app.example.com",
                "tickcast.origins.required          | maybe   | one of false, true",
                "tickcast.proxies.trusted           | 10.0.0.0/33 | addresses and ranges like 10.0.0.0/8",
                "tickcast.proxies.trusted           | proxy.local | addresses and ranges like 10.0.0.0/8",
                "tickcast.proxies.header            | via     | one of forwarded, x-forwarded-for, x-real-ip",
                "tickcast.admission.reject-mode     | silent  | one of close, http",
                "tickcast.admission.reject-mode.market | tcp  | one of close, http",
                "tickcast.admission.encrypted-only  | yes     | one of false, true",
                "tickcast.audit                     | loud    | one of false, true",
                "tickcast.metrics.open              | perhaps | one of false, true",
                "tickcast.log.format                | xml     | one of json, text",
                "tickcast.auth.tokens               | a b     | names with commas between them",
                "tickcast.auth.api-keys             | a b     | names with commas between them",
                "tickcast.limits.token-requests-per-ip-per-minute | 0 | a whole number from 1 to 1000000",
                "tickcast.limits.wrong-tokens-per-ip-per-minute | 0 | a whole number from 1 to 1000000",
                "tickcast.auth.anonymous            | everything | some of alerts, foreign, hub, index, market",
                "tickcast.auth.query-tokens         | no      | one of false, true",
                "tickcast.auth.ticket-lifetime      | PT1H    | a duration from PT1S to PT10M",
                "tickcast.auth.expiry-grace         | PT2H    | a duration from PT0S to PT1H",
                "tickcast.auth.jwt.algorithms       | none    | some of EdDSA, ES256, HS256, RS256",
                "tickcast.auth.jwt.jwks-url         | http://issuer.example/keys | an https address",
                "tickcast.auth.jwt.jwks-refresh     | PT1S    | a duration from PT10S to PT24H",
                "tickcast.auth.jwt.clock-skew       | PT11M   | a duration from PT0S to PT10M",
                "tickcast.auth.jwt.public-key       | /no/such/file | a file with a public key in PEM",
                "tickcast.limits.connections-per-ip | five    | a whole number from 1 to 1000000",
                "tickcast.limits.connections-per-ip | 4294967301 | a whole number from 1 to 1000000",
                "tickcast.limits.message-bytes      | 0       | a whole number from 1 to 1048576",
                "tickcast.limits.message-bytes      | 1048577 | a whole number from 1 to 1048576",
                "tickcast.limits.spare-files        | -1      | a whole number from 0 to 1000000",
                "tickcast.limits.handshake          | PT0S    | a duration from PT0.001S to PT1M",
                "tickcast.limits.handshake          | PT61S   | a duration from PT0.001S to PT1M",
                "tickcast.broadcast.interval        | PT-1S   | a duration from PT0S to PT1M",
                "tickcast.broadcast.interval        | 0.5     | a duration from PT0S to PT1M, written like PT0.5S",
                "tickcast.broadcast.catch-up        | PT2M    | a duration from PT0S to PT1M",
                "tickcast.broadcast.beat            | PT0S    | a duration from PT1S to PT1H",
                "tickcast.broadcast.resync-gap      | PT-1S   | a duration from PT0S to PT1H",
                "tickcast.broadcast.frames          | 0       | a whole number from 1 to 10000",
                "tickcast.send.deadline             | PT0S    | a duration from PT1S to PT1H",
                "tickcast.send.buffer               | -1      | a whole number from 0 to 16777216",
                "tickcast.send.form                 | fast    | one of auto, portable",
                "tickcast.send.threads              | 65      | a whole number from 0 to 64",
                "tickcast.heartbeat.interval        | PT0S    | a duration from PT1S to PT1H",
                "tickcast.heartbeat.timeout         | PT2H    | a duration from PT1S to PT1H",
                "tickcast.heartbeat.binary-ping     | PT-1S   | a duration from PT0S to PT1H",
                "tickcast.drain.batch               | 0       | a whole number from 1 to 1000000",
                "tickcast.drain.pause               | PT0S    | a duration from PT0.001S to PT1M",
                "tickcast.drain.deadline            | PT2H    | a duration from PT0S to PT1H",
                "tickcast.drain.spread              | PT-1S   | a duration from PT0S to PT1H",
                "tickcast.tick.pause                | PT0S    | a duration from PT0.001S to PT1M",
                "tickcast.index.intraday-points     | 0       | a whole number from 1 to 100000",
                "tickcast.market.watch              | some    | one of basket, everything",
                "tickcast.market.extra-symbols      | FPT,V N | symbols with commas between them",
                "tickcast.market.basket             | /no/such/file | a file with a symbol a line",
                "tickcast.market.sectors            | /no/such/file | a file with a symbol and its sector a line",
                "tickcast.market.holidays           | /          | a file with a date like 2026-02-16 a line",
                "tickcast.alerts.volume-ratio       | 0.5     | a number from 1.0 to 1000000.0",
                "tickcast.alerts.volume-window      | PT0S    | a duration from PT1S to PT24H",
                "tickcast.alerts.volume-trades      | 0       | a whole number from 1 to 1200",
                "tickcast.alerts.foreign-change     | NaN     | a number from 0.001 to 1000000.0",
                "tickcast.alerts.foreign-lookback   | PT25H   | a duration from PT1S to PT24H",
                "tickcast.alerts.foreign-value      | 0       | a whole number from 1 to",
                "tickcast.alerts.quiet              | PT-1S   | a duration from PT0S to PT24H",
                "tickcast.alerts.kept               | 10001   | a whole number from 1 to 10000",
                "tickcast.market.futures-roll       | friday  | one of after-last-trading-day, on-last-thursday",
                "tickcast.market.reset-at           | 3pm     | a time of day, written like 15:05",
                "tickcast.market.reset-at           | 24:00   | a time of day, written like 15:05",
                "tickcast.market.reset-at           | 15:05:30 | a time of day, written like 15:05",
                "tickcast.feed.scenario             | boom    | one of busy, calm, crash",
                "tickcast.feed.hours                | never   | one of around-the-clock, exchange",
                "tickcast.feed.speed                | 0.05    | a number from 0.1 to 1000.0",
                "tickcast.feed.speed                | NaN     | a number from 0.1 to 1000.0",
                "tickcast.feed                      | ssi     | one of ingest, simulated, tape",
                "tickcast.feed.stale-after          | PT0S    | a duration from PT1S to PT1H",
                "tickcast.feed.first-retry          | PT2M    | a duration from PT0.1S to PT1M",
                "tickcast.feed.longest-retry        | PT0.5S  | a duration from PT1S to PT1H",
                "tickcast.tape.longest-gap          | P31D    | a duration from PT1S to PT720H",
                "tickcast.tape.loop                 | maybe   | one of false, true",
                "tickcast.tape.times                | later   | one of now, original",
                "tickcast.tape.from                 | dawn    | a moment, written like 2026-11-20T02:00:00Z",
                "tickcast.record.file-bytes         | 1000    | a whole number from 1048576 to",
                "tickcast.record.waiting-events     | 1       | a whole number from 1000 to",
                "tickcast.record.sync-events        | 0       | a whole number from 1 to",
                "tickcast.record.sync-time          | PT0S    | a duration from PT0.05S to PT1H",
                "tickcast.feed.start                | noon    | a moment, written like 2026-11-20T02:00:00Z",
                "tickcast.index.intraday-spacing    | P2D     | a duration from PT0.001S to PT24H",
                "tickcast.ingest.producers          | 0       | a whole number from 1 to 1000",
                "tickcast.ingest.wait               | PT2H    | a duration from PT0S to PT1H",
                "tickcast.feed.seed                 | 1.5     | a whole number",
                "tickcast.feed.inbox-events         | 999     | a whole number from 1000 to 10000000",
                "tickcast.admission.reject-mode.hub | tcp     | one of close, http",
                "tickcast.hub.rooms                 | the floor | names of rooms with commas between them",
                "tickcast.hub.rooms                 | -floor  | names of rooms with commas between them",
                "tickcast.hub.max-rooms             | 0       | a whole number from 1 to 1000000",
                "tickcast.hub.members-per-room      | 0       | a whole number from 1 to 1000000",
                "tickcast.hub.rooms-per-user        | 0       | a whole number from 1 to 1000000",
                "tickcast.hub.room-id-length        | 65      | a whole number from 1 to 64",
                "tickcast.hub.room-name-length      | 201     | a whole number from 1 to 200",
                "tickcast.hub.text-length           | 4001    | a whole number from 1 to 4000",
                "tickcast.hub.history-messages      | 10001   | a whole number from 1 to 10000",
                "tickcast.hub.history-age           | PT0S    | a duration from PT1S to PT8760H",
                "tickcast.hub.grace                 | PT11M   | a duration from PT0S to PT10M",
                "tickcast.hub.absence               | PT25H   | a duration from PT0S to PT24H",
                "tickcast.hub.notifications-per-user | 0      | a whole number from 1 to 1000",
                "tickcast.hub.notification-age      | PT0S    | a duration from PT1S to PT8760H",
                "tickcast.hub.waiting-frames        | 0       | a whole number from 1 to 1000000",
                "tickcast.hub.waiting-frames        | 49      | at least tickcast.hub.notifications-per-user, 50",
                "tickcast.hub.waiting-characters    | 449999  | at least 450000",
                "mp.config.profile                  | staging | one of dev, prod",
            })
    void a_wrong_value_is_named_with_what_it_may_be_and_what_it_was(String property, String wrong, String mayBe) {
        values.put(property, wrong);

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining(property + " must be " + mayBe)
                .withMessageContaining("was \"" + wrong + "\"");
    }

    @Test
    void the_ends_of_a_range_are_in_it() {
        values.put("tickcast.limits.connections-per-ip", "1000000");
        values.put("tickcast.broadcast.interval", "PT0S");
        values.put("tickcast.limits.handshake", "PT1M");
        values.put("tickcast.feed.seed", String.valueOf(Long.MIN_VALUE));

        GatewaySettings settings = read();

        assertThat(settings.admission().limits())
                .isEqualTo(new AdmissionLimits(10_000, 1_000_000, Duration.ofMinutes(1)));
        assertThat(settings.delivery().broadcast().interval()).isZero();
        assertThat(settings.feed().simulation().seed()).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "09:05", "15:05", "23:59"})
    void a_day_may_end_at_any_minute(String time) {
        values.put("tickcast.market.reset-at", time);

        assertThat(read().feed().reset()).isEqualTo(new ResetTime(LocalTime.parse(time)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"simulated", "tape"})
    void the_simulated_market_and_a_tape_know_their_days(String feed) {
        values.put("tickcast.feed", feed);
        values.put("tickcast.tape.path", "tapes");

        assertThat(read().feed().endsItsOwnDays()).isTrue();
    }

    @Test
    void the_days_of_what_is_pushed_in_are_ended_by_the_clock() {
        values.put("tickcast.feed", "ingest");
        values.put("tickcast.ingest.token", "of-the-producers");

        assertThat(read().feed().endsItsOwnDays()).isFalse();
    }

    @Test
    void blanks_around_a_value_do_not_matter() {
        values.put("tickcast.limits.message-bytes", " 100 ");

        assertThat(read().sockets().messageBytes()).isEqualTo(100);
    }

    @Test
    void three_mistakes_are_three_complaints_at_once() {
        values.put("tickcast.limits.connections-per-ip", "0");
        values.put("tickcast.tick.pause", "often");
        values.remove("tickcast.feed.seed");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .satisfies(bad -> assertThat(bad.words().lines().filter(line -> line.startsWith("  ")))
                        .hasSize(3))
                .withMessageContaining("tickcast.limits.connections-per-ip")
                .withMessageContaining("tickcast.tick.pause")
                .withMessageContaining("tickcast.feed.seed");
    }

    @Test
    void outside_dev_a_token_is_required() {
        values.put("mp.config.profile", "prod");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining("tickcast.auth.token must be set");
    }

    @Test
    void prod_with_a_token_starts() {
        values.put("mp.config.profile", "prod");
        values.put("tickcast.admission.encrypted-only", "true");
        values.put("tickcast.auth.token", "a-token-of-our-own-that-is-long-enough");

        GatewaySettings settings = read();

        assertThat(settings.admission().auth().sharedToken()).isEqualTo("a-token-of-our-own-that-is-long-enough");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter 2", "mật-khẩu", "hunter\t2", "hunter\u007f2"})
    void a_token_that_no_header_can_carry_is_refused_and_not_repeated(String token) {
        values.put("tickcast.auth.token", token);

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining("tickcast.auth.token must be 1 to 4096 visible ASCII characters")
                .satisfies(bad -> assertThat(bad.toString() + bad.words())
                        .doesNotContain(token)
                        .doesNotContain("hunter")
                        .doesNotContain("khẩu"));
    }

    @Test
    void a_token_has_a_longest_length() {
        values.put("tickcast.auth.token", "x".repeat(4096));

        assertThat(read().admission().auth().sharedToken()).hasSize(4096);

        values.put("tickcast.auth.token", "x".repeat(4097));

        assertThatExceptionOfType(BadSettings.class).isThrownBy(this::read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void a_token_of_blanks_is_none_that_anybody_could_show(String profile) {
        values.put("mp.config.profile", profile);
        values.put("tickcast.auth.token", "   ");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining("tickcast.auth.token must be ");
    }

    @Test
    void ingest_is_not_without_a_token_for_producers() {
        values.put("tickcast.feed", "ingest");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining("tickcast.ingest.token must be set: tickcast.feed is ingest");

        values.put("tickcast.ingest.token", "of-the-producers");

        Token token = Objects.requireNonNull(read().feed().ingest().token());
        assertThat(token.matches("of-the-producers")).isTrue();
    }

    @Test
    void where_the_market_comes_from_elsewhere_the_token_of_producers_opens_nothing() {
        values.put("tickcast.ingest.token", "of-the-producers");

        assertThat(read().feed().ingest().token()).isNull();
    }

    @Test
    void a_token_of_producers_that_no_header_can_carry_is_refused_and_not_repeated() {
        values.put("tickcast.ingest.token", "hunter 2");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining("tickcast.ingest.token must be 1 to 4096 visible ASCII characters")
                .satisfies(bad -> assertThat(bad.toString() + bad.words()).doesNotContain("hunter"));
    }

    @Test
    void one_token_for_both_would_let_every_client_push() {
        values.put("tickcast.auth.token", "hunter2");
        values.put("tickcast.ingest.token", "hunter2");

        assertThatExceptionOfType(BadSettings.class)
                .isThrownBy(this::read)
                .withMessageContaining("tickcast.ingest.token must be another than tickcast.auth.token")
                .satisfies(bad -> assertThat(bad.toString() + bad.words()).doesNotContain("hunter"));
    }

    private GatewaySettings read() {
        return GatewaySettings.read(new MapConfig(values));
    }
}
