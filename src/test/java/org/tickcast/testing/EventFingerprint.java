package org.tickcast.testing;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tickcast.market.MarketEvent;

/** One number for any number of events. Doubles count by their bits: how they are printed has changed between Javas. */
public final class EventFingerprint {

    private final MessageDigest digest;

    public EventFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public void add(MarketEvent event) {
        add(event.getClass().getSimpleName());
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            try {
                Object value = component.getAccessor().invoke(event);
                add(value instanceof Double d ? Long.toHexString(Double.doubleToLongBits(d)) : String.valueOf(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Reading " + component + " of " + event, e);
            }
        }
    }

    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }
}
