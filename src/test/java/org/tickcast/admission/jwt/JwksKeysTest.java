package org.tickcast.admission.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.tickcast.admission.jwt.Readings.GOOD;
import static org.tickcast.admission.jwt.Readings.INVALID;
import static org.tickcast.admission.jwt.Readings.claims;
import static org.tickcast.admission.jwt.TestKeys.OTHER_RSA;
import static org.tickcast.admission.jwt.TestKeys.RSA;
import static org.tickcast.admission.jwt.TestKeys.jwks;
import static org.tickcast.admission.jwt.TestKeys.rsaJwk;
import static org.tickcast.admission.jwt.TestSigner.HS256;
import static org.tickcast.admission.jwt.TestSigner.RS256;
import static org.tickcast.testing.SampleMarket.TEN;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickcast.admission.TokenReading;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.CloseCode;

/** Keys that an issuer publishes, on a real server, however it behaves. */
class JwksKeysTest {

    private static final TestSigner NEW = TestSigner.pair("RS256", "SHA256withRSA", OTHER_RSA);
    private static final String OLD_TOKEN = RS256.tokenOfKey("old", GOOD);
    private static final String NEW_TOKEN = NEW.tokenOfKey("new", GOOD);
    private static final TokenReading NOT_YET =
            new TokenReading.Rejected(CloseCode.KEYS_UNAVAILABLE, Duration.ofSeconds(30));

    private final PublishedKeys issuer = new PublishedKeys();
    private final SettableClock clock = new SettableClock(TEN);
    private final LaterExecutor background = new LaterExecutor();
    private final List<String> told = new ArrayList<>();
    private final JwksKeys keys = new JwksKeys(impatient(64 * 1024), background, clock, new JwksWatch() {
        @Override
        public void reached(int count) {
            told.add("reached " + count);
        }

        @Override
        public void unreachable(String why) {
            told.add("unreachable: " + why);
        }
    });
    private final JwtReader reader = new JwtReader(JwtRules.DEFAULTS, List.of(keys), clock);

    JwksKeysTest() throws IOException {}

    @AfterEach
    void close() {
        issuer.close();
    }

    static Stream<Arguments> misfortunes() {
        String fine = jwks(rsaJwk("old", RSA));
        return Stream.of(
                misfortune("is down", PublishedKeys::close),
                misfortune("hangs up", PublishedKeys::hangUp),
                misfortune("says nothing", PublishedKeys::fallSilent),
                misfortune("stops halfway", issuer -> issuer.stopHalfway("{\"keys\":[")),
                misfortune("fails", issuer -> issuer.answerWith(500, fine)),
                misfortune("is busy", issuer -> issuer.answerWith(503, fine)),
                misfortune("has moved", issuer -> issuer.redirectTo(fine)),
                misfortune("answers with a page", issuer -> issuer.publish("<html><body>Sign in</body></html>")),
                misfortune("answers with nothing", issuer -> issuer.publish("")),
                misfortune("answers with a list", issuer -> issuer.publish("[" + rsaJwk("old", RSA) + "]")),
                misfortune("publishes no list", issuer -> issuer.publish("{\"keys\":{}}")),
                misfortune("publishes an empty set", issuer -> issuer.publish(jwks())),
                misfortune("publishes nonsense", issuer -> issuer.publish(jwks("7", "null", "[]", "{}"))),
                misfortune("publishes two sets in one", issuer -> issuer.publish("{\"keys\":[],\"keys\":[]}")),
                misfortune("nests without end", issuer -> issuer.publish(jwks("[".repeat(20_000)))),
                misfortune("says too much", issuer -> issuer.publish(fine + " ".repeat(64 * 1024))));
    }

    @Test
    void before_there_was_a_set_a_token_is_told_to_come_back() {
        issuer.publish(jwks(rsaJwk("old", RSA)));

        assertThat(reader.read(OLD_TOKEN)).isEqualTo(NOT_YET);
        background.doAll();

        assertThat(claims(reader.read(OLD_TOKEN)).subject()).isEqualTo("lan");
    }

    @Test
    void reading_a_token_never_fetches_by_itself() {
        issuer.publish(jwks(rsaJwk("old", RSA)));

        reader.read(OLD_TOKEN);
        reader.read(OLD_TOKEN);

        assertThat(issuer.visits()).isZero();
        assertThat(background.waiting()).as("one fetch for all who wait").isEqualTo(1);
    }

    @Test
    void keys_of_all_three_kinds_are_read() {
        issuer.publish(jwks(
                rsaJwk("r", RSA), TestKeys.p256Jwk("e", TestKeys.P256), TestKeys.ed25519Jwk("d", TestKeys.ED25519)));
        fetch();

        assertThat(claims(reader.read(RS256.tokenOfKey("r", GOOD))).subject()).isEqualTo("lan");
        assertThat(claims(reader.read(TestSigner.ES256.tokenOfKey("e", GOOD))).subject())
                .isEqualTo("lan");
        assertThat(claims(reader.read(TestSigner.EDDSA.tokenOfKey("d", GOOD))).subject())
                .isEqualTo("lan");
        assertThat(told).containsExactly("reached 3");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misfortunes")
    void an_issuer_that_was_never_reached_lets_nobody_in_and_says_try_again(
            String what, Consumer<PublishedKeys> misfortune) {
        misfortune.accept(issuer);

        fetch();

        assertThat(reader.read(OLD_TOKEN)).isEqualTo(NOT_YET);
        assertThat(told).singleElement().asString().startsWith("unreachable: ");
    }

    @Test
    void a_secret_of_ours_needs_no_published_keys() {
        JwtReader both = new JwtReader(
                JwtRules.DEFAULTS,
                List.of(ConfiguredKeys.of(VerificationKey.ofSecret(TestSigner.SECRET)), keys),
                clock);

        assertThat(claims(both.read(HS256.token(GOOD))).subject()).isEqualTo("lan");
        assertThat(both.read(TestSigner.secret(new byte[32]).token(GOOD))).isEqualTo(INVALID);
        assertThat(background.waiting()).isZero();
    }

    @Test
    void a_fetch_that_finds_no_thread_is_tried_again_later() {
        JwksKeys stopped = new JwksKeys(
                impatient(1_000),
                work -> {
                    throw new RejectedExecutionException("stopping");
                },
                clock,
                JwksWatch.NONE);

        assertThatCode(stopped::refreshWhenOld).doesNotThrowAnyException();
        assertThat(stopped.keysFor(JwtAlgorithm.RS256, "old")).isEmpty();
    }

    @Nested
    class Given_a_good_set {

        Given_a_good_set() {
            issuer.publish(jwks(rsaJwk("old", RSA)));
            fetch();
        }

        static Stream<Arguments> misfortunes() {
            return JwksKeysTest.misfortunes();
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("misfortunes")
        void it_stays_when_its_issuer(String what, Consumer<PublishedKeys> misfortune) {
            misfortune.accept(issuer);

            clock.advance(Duration.ofMinutes(20));
            fetch();

            assertThat(claims(reader.read(currently("old"))).subject()).isEqualTo("lan");
            assertThat(told).hasSize(2).last().asString().startsWith("unreachable: ");
        }

        @Test
        void it_is_fetched_again_when_it_is_old_and_not_before() {
            clock.advance(JwksSettings.REFRESH_EVERY.minusSeconds(1));
            reader.read(OLD_TOKEN);
            assertThat(background.waiting()).isZero();

            clock.advance(Duration.ofSeconds(1));
            assertThat(claims(reader.read(OLD_TOKEN)).subject()).isEqualTo("lan");
            assertThat(background.waiting()).isEqualTo(1);
        }

        @Test
        void a_new_key_is_refused_once_and_known_at_the_next_attempt() {
            issuer.publish(jwks(rsaJwk("old", RSA), rsaJwk("new", OTHER_RSA)));
            clock.advance(Duration.ofSeconds(30));

            assertThat(reader.read(NEW_TOKEN)).isEqualTo(INVALID);
            background.doAll();

            assertThat(claims(reader.read(NEW_TOKEN)).subject()).isEqualTo("lan");
            assertThat(claims(reader.read(OLD_TOKEN)).subject()).isEqualTo("lan");
        }

        @Test
        void a_key_that_was_withdrawn_is_gone() {
            issuer.publish(jwks(rsaJwk("new", OTHER_RSA)));
            clock.advance(JwksSettings.REFRESH_EVERY);
            fetch();

            assertThat(reader.read(OLD_TOKEN)).isEqualTo(INVALID);
        }

        @Test
        void names_that_somebody_makes_up_cause_one_fetch_in_thirty_seconds() {
            clock.advance(Duration.ofSeconds(30));

            for (int i = 0; i < 1_000; i++) {
                assertThat(reader.read(NEW.tokenOfKey("made-up-" + i % 7, "{}")))
                        .isEqualTo(INVALID);
                background.doAll();
            }

            assertThat(issuer.visits()).isEqualTo(2);
        }

        @Test
        void the_right_name_with_the_wrong_key_causes_none() {
            clock.advance(Duration.ofSeconds(30));

            assertThat(reader.read(NEW.tokenOfKey("old", GOOD))).isEqualTo(INVALID);
            assertThat(background.waiting()).isZero();
        }

        @Test
        void a_token_that_names_no_key_is_tried_with_those_there_are() {
            assertThat(claims(reader.read(RS256.token(GOOD))).subject()).isEqualTo("lan");
            assertThat(reader.read(NEW.token(GOOD))).isEqualTo(INVALID);
        }

        @Test
        void an_outage_is_told_once_and_its_end_once() {
            issuer.answerWith(500, "");
            for (int i = 0; i < 5; i++) {
                clock.advance(JwksSettings.REFRESH_EVERY);
                fetch();
            }
            issuer.publish(jwks(rsaJwk("old", RSA)));
            clock.advance(Duration.ofSeconds(30));
            fetch();

            assertThat(told).containsExactly("reached 1", "unreachable: the answer has status 500", "reached 1");
        }

        private String currently(String keyId) {
            return RS256.tokenOfKey(
                    keyId,
                    "{\"sub\":\"lan\",\"exp\":"
                            + clock.instant().plusSeconds(60).getEpochSecond() + "}");
        }
    }

    private void fetch() {
        keys.refreshWhenOld();
        background.doAll();
    }

    /** The pace of the real ones, and less patience: some tests wait for its end. */
    private JwksSettings impatient(int longestAnswer) {
        return new JwksSettings(
                issuer.location(),
                JwksSettings.REFRESH_EVERY,
                JwksSettings.ASK_AGAIN_AFTER,
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                longestAnswer);
    }

    private static Arguments misfortune(String what, Consumer<PublishedKeys> how) {
        return Arguments.arguments(what, how);
    }
}
