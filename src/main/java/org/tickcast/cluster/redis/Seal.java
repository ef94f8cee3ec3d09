package org.tickcast.cluster.redis;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How text is written into Redis, and read from it. */
interface Seal {

    /** As it is: whoever reads or writes Redis reads and writes it. */
    Seal NONE = new Seal() {
        @Override
        public byte[] close(String text, String place) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String open(byte[] written, String place) {
            return new String(written, StandardCharsets.UTF_8);
        }
    };

    /** @param place where it stands; what is moved to another one is not opened there */
    byte[] close(String text, String place);

    /** Null when nobody has sealed it who has one of our keys, or not for this place. */
    @Nullable String open(byte[] written, String place);
}
