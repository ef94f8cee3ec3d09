package org.tickcast.market.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tickcast.market.Symbol;

/**
 * What a rule has noticed, whether or not it has just been said before.
 *
 * @param data the numbers behind it, under the names that clients know: long, finite double, or text
 */
public record Signal(AlertType type, Symbol symbol, String message, Instant at, Map<String, Object> data) {

    public Signal {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        for (Map.Entry<String, Object> entry : data.entrySet()) {
            if (!isPlain(entry.getValue())) {
                throw new IllegalArgumentException(
                        symbol + ": " + entry.getKey() + " of an alert cannot be " + entry.getValue());
            }
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof Long || value instanceof String || value instanceof Double number && !isOdd(number);
    }

    private static boolean isOdd(double number) {
        return Double.isNaN(number) || Double.isInfinite(number);
    }
}
