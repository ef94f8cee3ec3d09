package org.tickcast.launcher;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** A certificate with those that vouch for it, and its key: of two PEM files, as authorities and certbot give them. */
record Certificate(PrivateKey key, List<X509Certificate> chain) {

    private static final String CHAIN = "tickcast.tls.certificate";
    private static final String KEY = "tickcast.tls.key";

    /** @throws CannotStart when one of them is not what it has to be, naming it */
    static Certificate read(Path chainFile, Path keyFile) throws CannotStart {
        List<X509Certificate> chain = chain(chainFile);
        return new Certificate(key(keyFile, chain.get(0)), chain);
    }

    /** The same as the server wants to have it. */
    KeyStore toKeyStore(String alias, char[] password) throws GeneralSecurityException, IOException, CannotStart {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try {
            store.setKeyEntry(alias, key, password, chain.toArray(X509Certificate[]::new));
        } catch (GeneralSecurityException disorder) {
            throw new CannotStart(CHAIN + " must be in order, each certificate before the one that vouches for it");
        }
        return store;
    }

    private static List<X509Certificate> chain(Path file) throws CannotStart {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Pem block : Pem.blocks(text(CHAIN, file))) {
                if (block.label().equals("CERTIFICATE")) {
                    chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.bytes())));
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException damaged) {
            throw notWhatItMustBe(CHAIN, "undamaged", file);
        }
        if (chain.isEmpty()) {
            throw notWhatItMustBe(CHAIN, "a PEM file with a CERTIFICATE in it", file);
        }
        return chain;
    }

    private static PrivateKey key(Path file, X509Certificate certificate) throws CannotStart {
        try {
            Pem block = Pem.blocks(text(KEY, file)).stream()
                    .filter(PrivateKeys::isKey)
                    .findFirst()
                    .orElseThrow(
                            () -> notWhatItMustBe(KEY, "a PEM file with a PRIVATE KEY without password in it", file));
            PrivateKey key = PrivateKeys.read(block, certificate.getPublicKey());
            if (PrivateKeys.fit(key, certificate.getPublicKey())) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException anotherOrDamaged) {
            // Said below, with the same words as a key that is sound and another's.
        }
        throw notWhatItMustBe(KEY, "the undamaged key of " + CHAIN + ", without password", file);
    }

    private static String text(String property, Path file) throws CannotStart {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw notWhatItMustBe(property, "a file that can be read", file);
        }
    }

    private static CannotStart notWhatItMustBe(String property, String mayBe, Path file) {
        return new CannotStart(property + " must be " + mayBe + ", was \"" + file + "\"");
    }
}
