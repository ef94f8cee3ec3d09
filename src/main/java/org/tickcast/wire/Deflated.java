package org.tickcast.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Makes bytes shorter, as RFC 1951 has it. Whoever uses this does so once for many readers, so it may take a little. */
final class Deflated {

    private Deflated() {}

    static byte[] of(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            ByteArrayOutputStream shorter = new ByteArrayOutputStream(bytes.length / 4 + 64);
            try (DeflaterOutputStream out = new DeflaterOutputStream(shorter, deflater)) {
                out.write(bytes);
            } catch (IOException cannotBe) {
                throw new IllegalStateException("Memory takes what is written to it", cannotBe);
            }
            return shorter.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
