package org.tickcast.market.alert;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.tickcast.market.Symbol;

/**
 * A signal that was worth saying.
 *
 * @param id eight hexadecimal digits, by which a client knows that it has shown this one
 */
public record Alert(String id, Signal signal) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");

    public Alert {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("An alert's id is 8 hexadecimal digits, not \"" + id + "\"");
        }
    }

    public AlertType type() {
        return signal.type();
    }

    public AlertSeverity severity() {
        return signal.type().severity();
    }

    public Symbol symbol() {
        return signal.symbol();
    }

    public String message() {
        return signal.message();
    }

    public Instant at() {
        return signal.at();
    }

    public Map<String, Object> data() {
        return signal.data();
    }
}
