package org.tickcast.admission.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.tickcast.admission.jwt.Readings.GOOD;
import static org.tickcast.admission.jwt.Readings.INVALID;
import static org.tickcast.admission.jwt.Readings.claims;
import static org.tickcast.admission.jwt.Readings.payload;
import static org.tickcast.admission.jwt.TestSigner.HS256;
import static org.tickcast.admission.jwt.TestSigner.RS256;
import static org.tickcast.admission.jwt.TestSigner.base64;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people try. None of it is valid, and none of it throws. */
class JwtRefusalsTest {

    private static final String GOOD_HEADER = "{\"alg\":\"HS256\"}";

    private final JwtReader reader = Readings.reader(JwtRules.DEFAULTS);

    static Stream<Arguments> badTokens() {
        String good = HS256.token(GOOD);
        String[] parts = good.split("\\.", -1);
        return Stream.of(
                named("dots only", ".."),
                named("many dots", ".".repeat(8_000)),
                named("two parts", parts[0] + "." + parts[1]),
                named("four parts", good + "." + parts[2]),
                named("five parts, as an encrypted one has", good + ".." + parts[2]),
                named("no signature", parts[0] + "." + parts[1] + "."),
                named("no payload", parts[0] + ".." + parts[2]),
                named("no header", "." + parts[1] + "." + parts[2]),
                named(
                        "somebody else's signature",
                        TestSigner.secret(new byte[32]).token(GOOD)),
                named(
                        "the signature of another payload",
                        parts[0] + "." + base64(payload(",\"plan\":\"pro\"")) + "." + parts[2]),
                named("a short signature", parts[0] + "." + parts[1] + "." + base64(new byte[] {1})),
                named("a signature of noughts", parts[0] + "." + parts[1] + "." + base64(new byte[32])),
                named("a space before", " " + good),
                named("a line break behind", good + "\n"),
                named("padding", good + "="),
                named("an illegal character in the signature", good + "!"),
                named("a letter beyond ASCII", good + "ế"),
                named("Bearer", "Bearer " + good),
                named("half a surrogate pair", "\uD83D." + parts[1] + "." + parts[2]));
    }

    static Stream<Arguments> badHeaders() {
        return Stream.of(
                named("none", "{\"alg\":\"none\"}"),
                named("None", "{\"alg\":\"None\"}"),
                named("no algorithm", "{\"typ\":\"JWT\"}"),
                named("an algorithm that is null", "{\"alg\":null}"),
                named("an algorithm that is a number", "{\"alg\":256}"),
                named("a list of algorithms", "{\"alg\":[\"HS256\"]}"),
                named("lower case", "{\"alg\":\"hs256\"}"),
                named("a space", "{\"alg\":\"HS256 \"}"),
                named("a sibling of the algorithm", "{\"alg\":\"HS384\"}"),
                named("an algorithm of encryption", "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}"),
                named("the algorithm of another key", "{\"alg\":\"RS256\"}"),
                named("the algorithm of a third key", "{\"alg\":\"ES256\"}"),
                named("two algorithms", "{\"alg\":\"HS256\",\"alg\":\"HS256\"}"),
                named("an unknown extension", "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}"),
                named("a known extension", "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":true}"),
                named("no extension at all", "{\"alg\":\"HS256\",\"crit\":[]}"),
                named("an unencoded payload", "{\"alg\":\"HS256\",\"b64\":false}"),
                named("a key id that is a number", "{\"alg\":\"HS256\",\"kid\":1}"),
                named("a key id that is an object", "{\"alg\":\"HS256\",\"kid\":{\"a\":1}}"),
                named("a key id of 5 KB", "{\"alg\":\"HS256\",\"kid\":\"" + "k".repeat(5_000) + "\"}"),
                named("a list", "[\"HS256\"]"),
                named("a string", "\"HS256\""),
                named("nothing", " "),
                named("something behind it", "{\"alg\":\"HS256\"}{}"),
                named("no end", "{\"alg\":\"HS256\""),
                named("a comma too many", "{\"alg\":\"HS256\",}"),
                named("a comment", "{\"alg\":\"HS256\"/**/}"),
                named("a byte order mark", "\uFEFF{\"alg\":\"HS256\"}"),
                named("deep nesting", "{\"alg\":\"HS256\",\"x\":" + nested(2_000) + "}"));
    }

    static Stream<Arguments> badPayloads() {
        return Stream.of(
                named("a list", "[1]"),
                named("a number", "1"),
                named("a string", "\"lan\""),
                named("null", "null"),
                named("no JSON", "lan"),
                named("something behind it", GOOD + "x"),
                named("another object behind it", GOOD + GOOD),
                named("the same member twice", payload(",\"sub\":\"lan\"")),
                named("another end", payload(",\"exp\":9999999999")),
                named("a member twice and null", payload(",\"plan\":null,\"plan\":null")),
                named("a member twice, once escaped", payload(",\"s\\u0075b\":\"admin\"")),
                named("a member twice, further in", payload(",\"x\":[{\"a\":1,\"a\":1}]")),
                named("deep objects", payload(",\"x\":" + "{\"a\":".repeat(800) + "1" + "}".repeat(800))),
                named("deep lists", payload(",\"x\":" + nested(2_500))),
                named("lists without an end", payload(",\"x\":" + "[".repeat(5_000))),
                named("nobody", "{\"exp\":9999999999}"),
                named("a user without a name", payload(",\"user_id\":\"\"")),
                named("a user of spaces", payload(",\"user_id\":\"  \"")),
                named("a user that is a number", payload(",\"user_id\":7")),
                named("a user that is an object", payload(",\"user_id\":{\"$gt\":\"\"}")),
                named("a user of 129 characters", payload(",\"user_id\":\"" + "u".repeat(129) + "\"")),
                named("a line break in the user", payload(",\"user_id\":\"lan\\nINFO: admin\"")),
                named("a nought in the user", payload(",\"user_id\":\"lan\\u0000\"")),
                named("half a surrogate pair in the user", payload(",\"user_id\":\"\\ud83d\"")),
                named("a Unicode line break in the user", payload(",\"user_id\":\"a\\u2028b\"")),
                named("a plan that is a list", payload(",\"plan\":[\"pro\"]")),
                named("a long plan", payload(",\"plan\":\"" + "p".repeat(65) + "\"")),
                named("a token id that is a number", payload(",\"jti\":1")),
                named("a long token id", payload(",\"jti\":\"" + "j".repeat(129) + "\"")),
                named("roles that are an object", payload(",\"roles\":{\"admin\":true}")),
                named("a role that is a number", payload(",\"roles\":[\"a\",1]")),
                named("a role that is null", payload(",\"roles\":[null]")),
                named("a blank role", payload(",\"roles\":[\"\"]")),
                named("33 roles", payload(",\"roles\":\"" + words(33) + "\"")),
                named("3000 roles", payload(",\"roles\":\"" + "r ".repeat(1_500) + words(500) + "\"")),
                named("a long role", payload(",\"roles\":[\"" + "r".repeat(65) + "\"]")),
                named("a tab between roles", payload(",\"roles\":\"a\\tb\"")),
                named("33 channels", payload(",\"channels\":\"" + words(33) + "\"")),
                named("a channel that is true", payload(",\"channels\":[true]")),
                named("limits that are a list", payload(",\"limits\":[1]")),
                named("a limit of 0", payload(",\"limits\":{\"connections\":0}")),
                named("a limit below 0", payload(",\"limits\":{\"connections\":-1}")),
                named("half a message", payload(",\"limits\":{\"messages_per_second\":0.5}")),
                named("a limit beyond all numbers", payload(",\"limits\":{\"messages_per_minute\":1e999999999}")),
                named("a limit beyond ours", payload(",\"limits\":{\"messages_per_minute\":2147483648}")),
                named("a limit that is a string", payload(",\"limits\":{\"connections\":\"2\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void what_is_no_signed_token_is_invalid(String what, String token) {
        assertThat(reader.read(token)).isEqualTo(INVALID);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badHeaders")
    void a_header_with_more_or_less_than_it_may_have_is_invalid(String what, String header) {
        assertThat(reader.read(HS256.token(header, GOOD))).isEqualTo(INVALID);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badPayloads")
    void a_payload_that_is_well_signed_and_makes_no_sense_is_invalid(String what, String payload) {
        String token = HS256.token(payload);

        assertThat(token.length()).as("not refused for its length").isLessThanOrEqualTo(JwtRules.LONGEST_TOKEN);
        assertThat(reader.read(token)).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "NONE", "None", "nOnE", ""})
    void a_token_without_a_signature_is_invalid_whatever_it_calls_that(String none) {
        String unsigned = base64("{\"alg\":\"" + none + "\"}") + "." + base64(GOOD) + ".";

        assertThat(reader.read(unsigned)).isEqualTo(INVALID);
    }

    @Test
    void a_public_key_is_no_secret() {
        String pem = TestKeys.pem(TestKeys.RSA.getPublic());
        byte[] der = TestKeys.RSA.getPublic().getEncoded();

        assertThat(reader.read(
                        TestSigner.secret(pem.getBytes(StandardCharsets.UTF_8)).token(GOOD)))
                .isEqualTo(INVALID);
        assertThat(reader.read(TestSigner.secret(der).token(GOOD))).isEqualTo(INVALID);
    }

    @Test
    void an_elliptic_signature_of_noughts_is_none() {
        String token = base64("{\"alg\":\"ES256\"}") + "." + base64(GOOD) + "." + base64(new byte[64]);

        assertThat(reader.read(token)).isEqualTo(INVALID);
    }

    @Test
    void an_elliptic_signature_in_the_other_notation_is_none() {
        TestSigner der = TestSigner.pair("ES256", "SHA256withECDSA", TestKeys.P256);

        assertThat(reader.read(der.token(GOOD))).isEqualTo(INVALID);
    }

    @Test
    void bytes_that_are_no_UTF_8_are_invalid() {
        byte[] overlong = "{\"sub\":\"l\u00C0\u0080n\",\"exp\":9999999999}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(reader.read(HS256.token(GOOD_HEADER.getBytes(StandardCharsets.UTF_8), overlong)))
                .isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(ints = {8 * 1024 + 1, 100 * 1024, 10 * 1024 * 1024})
    void a_token_that_is_too_long_is_invalid_before_anybody_looks_into_it(int length) {
        String good = HS256.token(GOOD);
        String padding = payload(",\"x\":\"" + "x".repeat(length) + "\"");

        assertThat(reader.read(HS256.token(padding))).isEqualTo(INVALID);
        assertThat(reader.read("x".repeat(length))).isEqualTo(INVALID);
        assertThat(reader.read(good + "A".repeat(length))).isEqualTo(INVALID);
    }

    @Test
    void a_token_as_long_as_it_may_be_is_read() {
        int room = JwtRules.LONGEST_TOKEN - HS256.token(payload(",\"x\":\"\"")).length();
        String token = HS256.token(payload(",\"x\":\"" + "x".repeat(room * 3 / 4 - 2) + "\""));

        assertThat(token.length()).isBetween(JwtRules.LONGEST_TOKEN - 8, JwtRules.LONGEST_TOKEN);
        assertThat(claims(reader.read(token)).subject()).isEqualTo("lan");
    }

    @Test
    void a_key_that_a_token_brings_along_counts_for_nothing() {
        TestSigner stranger = TestSigner.pair("RS256", "SHA256withRSA", TestKeys.OTHER_RSA);
        String header = "{\"alg\":\"RS256\",\"jwk\":" + TestKeys.rsaJwk("k", TestKeys.OTHER_RSA) + "}";

        assertThat(reader.read(stranger.token(header, GOOD))).isEqualTo(INVALID);
        assertThat(claims(reader.read(RS256.token(header, GOOD))).subject()).isEqualTo("lan");
    }

    @Test
    void a_key_that_a_token_brings_along_may_be_nonsense() {
        String header = "{\"alg\":\"RS256\",\"jwk\":7,\"x5c\":[\"!\"],\"jku\":{},\"x5u\":[]}";

        assertThat(claims(reader.read(RS256.token(header, GOOD))).subject()).isEqualTo("lan");
    }

    @Test
    void an_address_in_a_token_is_never_visited() throws IOException {
        AtomicInteger visits = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            visits.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            String there = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            TestSigner stranger = TestSigner.pair("RS256", "SHA256withRSA", TestKeys.OTHER_RSA);
            String header =
                    "{\"alg\":\"RS256\",\"jku\":\"" + there + "\",\"x5u\":\"" + there + "\",\"kid\":\"" + there + "\"}";

            assertThat(reader.read(stranger.token(header, GOOD))).isEqualTo(INVALID);
        } finally {
            server.stop(0);
        }
        assertThat(visits).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../dev/null", "x' OR '1'='1", "|cat /etc/passwd", "", "file:///dev/null"})
    void the_name_of_a_key_is_only_a_name(String keyId) {
        String empty = TestSigner.secret(new byte[1]).tokenOfKey(keyId, GOOD);

        assertThat(reader.read(empty)).isEqualTo(INVALID);
        assertThat(claims(reader.read(HS256.tokenOfKey(keyId, GOOD))).subject()).isEqualTo("lan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"iss\":null",
                ",\"iss\":\"https://other.example\"",
                ",\"iss\":\"https://issuer.example/\"",
                ",\"iss\":[\"https://issuer.example\"]",
                ",\"iss\":7",
            })
    void a_token_of_another_issuer_is_invalid(String more) {
        JwtReader choosy = Readings.reader(JwtRules.DEFAULTS.issuedBy("https://issuer.example"));

        assertThat(choosy.read(HS256.token(payload(more)))).isEqualTo(INVALID);
        assertThat(claims(choosy.read(HS256.token(payload(",\"iss\":\"https://issuer.example\""))))
                        .subject())
                .isEqualTo("lan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"aud\":null",
                ",\"aud\":[]",
                ",\"aud\":\"tickcast2\"",
                ",\"aud\":\"other tickcast\"",
                ",\"aud\":[\"other\"]",
                ",\"aud\":[[\"tickcast\"]]",
                ",\"aud\":[\"tickcast\",7]",
                ",\"aud\":{\"tickcast\":1}",
            })
    void a_token_for_somebody_else_is_invalid(String more) {
        JwtReader choosy = Readings.reader(JwtRules.DEFAULTS.meantFor("tickcast"));

        assertThat(choosy.read(HS256.token(payload(more)))).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tickcast\"", "[\"tickcast\"]", "[\"other\",\"tickcast\"]"})
    void a_token_for_us_among_others_is_for_us(String audience) {
        JwtReader choosy = Readings.reader(JwtRules.DEFAULTS.meantFor("tickcast"));

        assertThat(claims(choosy.read(HS256.token(payload(",\"aud\":" + audience))))
                        .subject())
                .isEqualTo("lan");
    }

    @Test
    void no_answer_repeats_the_token() {
        String token = HS256.token(GOOD);
        String signature = token.substring(token.lastIndexOf('.') + 1);

        assertThat(reader.read(token).toString()).contains("lan").doesNotContain(signature);
        assertThat(reader.read(token + "x").toString()).doesNotContain(signature);
    }

    private static Arguments named(String what, String text) {
        return arguments(what, text);
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static String words(int count) {
        return String.join(" ", IntStream.range(0, count).mapToObj(i -> "r" + i).toList());
    }
}
