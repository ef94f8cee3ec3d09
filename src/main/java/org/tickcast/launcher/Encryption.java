package org.tickcast.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * TLS with the certificate of two PEM files. The server takes its certificate from a key store in a file, which is made
 * for this start, with a password that nobody knows; and it takes the rest from its options, to which what is missing is added.
 */
final class Encryption {

    private static final String ALIAS = "s1as"; // The one that the server looks for.
    private static final List<String> NAMES_OF_CHAIN = List.of("TICKCAST_TLS_CERTIFICATE", "SSL_CERT_PATH");
    private static final List<String> NAMES_OF_KEY = List.of("TICKCAST_TLS_KEY", "SSL_KEY_PATH");
    private static final String NO_HTTP =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.enabled=false\n";

    private final Path chain;
    private final Path key;

    private Encryption(Path chain, Path key) {
        this.chain = chain;
        this.key = key;
    }

    /**
     * Null when no certificate is set.
     *
     * @throws CannotStart when only one of the two files is
     */
    static @Nullable Encryption configured(Properties system, Map<String, String> environment) throws CannotStart {
        String chain = Setting.read("tickcast.tls.certificate", NAMES_OF_CHAIN, system, environment);
        String key = Setting.read("tickcast.tls.key", NAMES_OF_KEY, system, environment);
        if (chain == null && key == null) {
            return null;
        }
        if (chain == null || key == null) {
            throw new CannotStart("tickcast.tls.certificate and tickcast.tls.key must both be set, or neither");
        }
        return new Encryption(Path.of(chain), Path.of(key));
    }

    /** Makes the key store, tells the server of it, and returns the options with which it serves TLS. */
    Options apply(Options options, Properties system) throws CannotStart, IOException, GeneralSecurityException {
        Certificate certificate = Certificate.read(chain, key);
        String password = new BigInteger(128, new SecureRandom()).toString(36);
        KeyStore store = certificate.toKeyStore(ALIAS, password.toCharArray());
        Path file = Files.createTempFile("tickcast", ".p12"); // Which its owner alone may read.
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        system.setProperty("javax.net.ssl.keyStore", file.toString());
        system.setProperty("javax.net.ssl.keyStorePassword", password);
        Options encrypted =
                options.has("--sslPort") || options.has("--autoBindSsl") ? options : options.with("--sslPort", "8443");
        boolean isHttpWanted = options.has("--port") || options.has("--autoBindHttp");
        return isHttpWanted ? encrypted : encrypted.withCommands(NO_HTTP);
    }
}
