package org.tickcast.wire;

import java.util.Locale;
import java.util.Map;
import org.tickcast.market.alert.Alert;

/** One alert; {@code data} holds the numbers that its rule has looked at. */
public record AlertView(
        String id,
        String alertType,
        String severity,
        String symbol,
        String message,
        String timestamp,
        Map<String, Object> data) {

    static AlertView of(Alert alert) {
        return new AlertView(
                alert.id(),
                lowerCase(alert.type()),
                lowerCase(alert.severity()),
                alert.symbol().code(),
                alert.message(),
                VietnamTime.write(alert.at()),
                alert.data());
    }

    private static String lowerCase(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
