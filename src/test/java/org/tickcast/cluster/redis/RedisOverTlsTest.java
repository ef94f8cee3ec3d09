package org.tickcast.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tickcast.testing.MadeCertificate;
import org.tickcast.testing.RealRedis;

/** A Redis that speaks TLS. */
class RedisOverTlsTest {

    private static final String TRUSTED = "javax.net.ssl.trustStore";
    private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    @SuppressWarnings("NullAway.Init") // Filled before each test.
    private Path files;

    @AfterEach
    void only_the_usual_is_trusted() {
        System.clearProperty(TRUSTED);
        System.clearProperty(PASSWORD);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "the Redis of the tests has no TLS there")
    void over_tls_nodes_meet_where_its_certificate_is_known_and_nowhere_else() throws Exception {
        MadeCertificate certificate = MadeCertificate.rsa();
        int port = RealRedis.freePort();
        try (RealRedis server = overTls(certificate, port)) {
            RedisAddress address = RedisAddress.parse("rediss://127.0.0.1:" + port);
            try (RecordingNode stranger = new RecordingNode("stranger", address, RedisLimits.DEFAULTS, null)) {
                stranger.says("is anybody there?");
                stranger.until("is anybody there?");
                assertThat(stranger.redis.health().state().connected()).isFalse();
            }
            System.setProperty(TRUSTED, certificate.trustStore(files).toString());
            System.setProperty(PASSWORD, "changeit");

            try (RecordingNode one = new RecordingNode("one", address, RedisLimits.DEFAULTS, null).joined();
                    RecordingNode plain =
                            new RecordingNode("plain", server.address(), RedisLimits.DEFAULTS, null).joined()) {
                one.says("hello");

                assertThat(plain.until("hello")).isNotEmpty();
            }
        }
    }

    private RealRedis overTls(MadeCertificate certificate, int port) throws Exception {
        Path chain = Files.writeString(files.resolve("chain.pem"), certificate.certificatePem());
        Path key = Files.writeString(files.resolve("key.pem"), certificate.keyPem());
        return new RealRedis(
                "tls-port " + port,
                "tls-cert-file " + chain,
                "tls-key-file " + key,
                "tls-ca-cert-file " + chain,
                "tls-auth-clients no");
    }
}
