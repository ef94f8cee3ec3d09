package org.tickcast.it.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.JarProcess;
import org.tickcast.testing.server.PostClient;

/** A server that knows nobody itself, and an issuer that publishes its keys over HTTP. */
class PublishedKeysIT {

    private static final String ADDRESS = "127.0.0.1";

    @Test
    void tokens_of_an_issuer_come_in_while_it_is_up_and_when_it_is_down() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("one").generate();
        HttpServer issuer = publishing(key);
        try (JarProcess tickcast = JarProcess.start(
                Map.of(),
                "-Dtickcast.auth.jwt.jwks-url=http://127.0.0.1:"
                        + issuer.getAddress().getPort() + "/keys",
                "-Dtickcast.auth.jwt.issuer=https://login.example.com",
                "-Dtickcast.auth.jwt.algorithms=RS256",
                "-Dtickcast.auth.query-tokens=false")) {
            URL server = tickcast.awaitReady();
            assertThat(tickcast.shownToken()).isEqualTo("null");

            awaitAdmission(server, token(key));
            issuer.stop(0);

            try (BareClient later = show(server, token(key));
                    BareClient wrongKey = show(server, token(foreign));
                    BareClient inQuery = BareClient.from(ADDRESS, server).upgrade("/ws/index?token=" + token(key))) {
                assertThat(later.isOpen()).isTrue();
                assertThat(wrongKey.status()).isEqualTo(401);
                assertThat(inQuery.status()).isEqualTo(401);
                assertThat(inQuery.body()).contains("token-missing");
            }
            assertATicketStillOpens(server, token(key));
            assertNoTokensAreIssued(server);
        } finally {
            issuer.stop(0);
        }
    }

    /** Where tokens may not be in the query, tickets are what is for it. */
    private static void assertATicketStillOpens(URL server, String token) throws IOException {
        String ticket = new PostClient(ADDRESS, server).ticket(token, "index").text("ticket");

        try (BareClient client = BareClient.from(ADDRESS, server).upgrade("/ws/index?ticket=" + ticket)) {
            assertThat(client.isOpen()).isTrue();
        }
    }

    /** Not even for the keys of development: nothing that is signed with a secret would be taken. */
    private static void assertNoTokensAreIssued(URL server) throws IOException {
        PostClient.Answer answer =
                new PostClient(ADDRESS, server).json("/auth/token", "{}", "X-API-Key: test-api-key-free");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"no-tokens-here\"");
    }

    /** Until the keys are there, a token is not refused for good. */
    private static void awaitAdmission(URL server, String token) throws IOException {
        for (Instant deadline = Instant.now().plusSeconds(30); Instant.now().isBefore(deadline); ) {
            try (BareClient client = show(server, token)) {
                if (client.isOpen()) {
                    return;
                }
                assertThat(client.status()).as(client.body()).isIn(429, 503);
            }
        }
        throw new AssertionError("The token never came in");
    }

    private static BareClient show(URL server, String token) throws IOException {
        return BareClient.from(ADDRESS, server).upgrade("/ws/index", "Authorization: Bearer " + token);
    }

    private static HttpServer publishing(RSAKey key) throws IOException {
        byte[] keys = new JWKSet(key).toPublicJWKSet().toString().getBytes(StandardCharsets.UTF_8);
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/keys", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/jwk-set+json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
            }
        });
        issuer.start();
        return issuer;
    }

    private static String token(RSAKey key) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer("https://login.example.com")
                        .subject("lan")
                        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
