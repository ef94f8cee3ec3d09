package org.tickcast.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost that signs itself, made by the JDK's own keytool, and the key to it. */
public final class MadeCertificate {

    private static final String PASSWORD = "changeit";
    private static final String ALIAS = "made";
    private static final int RSA_PREFIX = 26;
    private static final int EC_PREFIX = 28;

    private final KeyStore store;

    private MadeCertificate(KeyStore store) {
        this.store = store;
    }

    public static MadeCertificate rsa() throws Exception {
        return make("-keyalg", "RSA", "-keysize", "2048");
    }

    public static MadeCertificate ec() throws Exception {
        return make("-keyalg", "EC", "-groupname", "secp256r1");
    }

    private static MadeCertificate make(String... algorithm) throws Exception {
        Path directory = Files.createTempDirectory("certificate");
        Path file = directory.resolve("made.p12");
        try {
            keytool(file, algorithm);
            return new MadeCertificate(KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
    }

    private static void keytool(Path file, String... algorithm) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/keytool",
                "-genkeypair",
                "-alias",
                ALIAS,
                "-dname",
                "CN=localhost,O=" + algorithm[1],
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD));
        command.addAll(List.of(algorithm));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
        assertThat(keytool.waitFor()).as(output).isZero();
    }

    public String certificatePem() throws GeneralSecurityException {
        return pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded());
    }

    /** In the form that says which kind of key it is. */
    public String keyPem() throws GeneralSecurityException {
        return pem("PRIVATE KEY", key().getEncoded());
    }

    /** In the older form of its own kind, which is what the other one has inside. */
    public String olderKeyPem() throws GeneralSecurityException {
        boolean isRsa = key().getAlgorithm().equals("RSA");
        byte[] encoded = key().getEncoded();
        byte[] inner = Arrays.copyOfRange(encoded, isRsa ? RSA_PREFIX : EC_PREFIX, encoded.length);
        return pem(isRsa ? "RSA PRIVATE KEY" : "EC PRIVATE KEY", inner);
    }

    /** What a client has that knows this certificate and no other. */
    public SSLContext trusting() throws GeneralSecurityException, IOException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** The same as a file, for a JVM to be told of: its password is {@code changeit}. */
    public Path trustStore(Path directory) throws GeneralSecurityException, IOException {
        Path file = directory.resolve("trusted.p12");
        try (OutputStream to = Files.newOutputStream(file)) {
            trusted().store(to, PASSWORD.toCharArray());
        }
        return file;
    }

    private KeyStore trusted() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, store.getCertificate(ALIAS));
        return trusted;
    }

    private Key key() throws GeneralSecurityException {
        return store.getKey(ALIAS, PASSWORD.toCharArray());
    }

    private static String pem(String label, byte[] encoded) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded) + "\n-----END " + label
                + "-----\n";
    }
}
