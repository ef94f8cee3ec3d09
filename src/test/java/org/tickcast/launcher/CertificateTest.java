package org.tickcast.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.MadeCertificate;

/** PEM files as people have them, and as they should not be. */
@SuppressWarnings("NullAway.Init") // Filled before the tests.
class CertificateTest {

    private static final String PARAMETERS =
            "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

    private static MadeCertificate rsa;
    private static MadeCertificate ec;

    @TempDir
    private Path directory;

    @BeforeAll
    static void make() throws Exception {
        rsa = MadeCertificate.rsa();
        ec = MadeCertificate.ec();
    }

    @Test
    void keys_of_both_kinds_are_read_in_both_forms() throws Exception {
        assertThat(read(rsa.certificatePem(), rsa.olderKeyPem()).key())
                .isEqualTo(read(rsa.certificatePem(), rsa.keyPem()).key());
        assertThat(read(ec.certificatePem(), PARAMETERS + ec.olderKeyPem()).key())
                .isEqualTo(read(ec.certificatePem(), ec.keyPem()).key());
    }

    @Test
    void words_around_the_blocks_and_both_in_one_file_do_no_harm() throws Exception {
        String both = "Subject: localhost\n" + rsa.keyPem() + "\nand\n" + rsa.certificatePem();

        assertThat(read(both, both).chain()).hasSize(1);
    }

    @Test
    void a_chain_out_of_order_is_said() throws Exception {
        Certificate mixed = read(rsa.certificatePem() + ec.certificatePem(), rsa.keyPem());

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> mixed.toKeyStore("a", "changeit".toCharArray()))
                .withMessage("Tickcast cannot start: tickcast.tls.certificate must be in order, each certificate before"
                        + " the one that vouches for it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no PEM at all", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"})
    void what_is_no_certificate_is_said(String text) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> read(text, rsa.keyPem()))
                .withMessageContaining("tickcast.tls.certificate must be ")
                .withMessageContaining("chain.pem\"");
    }

    @Test
    void what_is_no_key_or_not_the_one_that_belongs_to_it_is_said_and_never_repeated() throws Exception {
        String damaged = rsa.keyPem().replaceFirst("MII", "AAA");
        String locked =
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----";

        for (String key : new String[] {
            "", rsa.certificatePem(), ec.keyPem(), MadeCertificate.rsa().keyPem(), damaged, locked
        }) {
            assertThatExceptionOfType(CannotStart.class)
                    .as(key)
                    .isThrownBy(() -> read(rsa.certificatePem(), key))
                    .withMessageStartingWith("Tickcast cannot start: tickcast.tls.key must be ")
                    .withMessageEndingWith("key.pem\"")
                    .withMessageContaining("without password");
        }
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Certificate.read(Path.of("nowhere.pem"), Path.of("nowhere.pem")))
                .withMessage("Tickcast cannot start: tickcast.tls.certificate must be a file that can be read, was"
                        + " \"nowhere.pem\"");
    }

    @ParameterizedTest
    @CsvSource({"SSL_CERT_PATH, ''", "TICKCAST_TLS_CERTIFICATE, ' '", "X, chain.pem"})
    void half_of_a_pair_is_said(String variable, String property) {
        Properties system = new Properties();
        system.setProperty("tickcast.tls.certificate", property);

        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Encryption.configured(system, Map.of(variable, "chain.pem")))
                .withMessageContaining("must both be set, or neither");
    }

    @Test
    void nothing_set_is_no_encryption() throws Exception {
        assertThat(Encryption.configured(new Properties(), Map.of())).isNull();
    }

    private Certificate read(String chain, String key) throws Exception {
        return Certificate.read(
                Files.writeString(directory.resolve("chain.pem"), chain),
                Files.writeString(directory.resolve("key.pem"), key));
    }
}
