package org.tickcast.market.alert;

/** What kind of thing has happened. */
public enum AlertType {
    /** One trade was much larger than those before it. */
    VOLUME_SPIKE(AlertSeverity.WARNING),
    /** A price reached the end of its band. */
    PRICE_BREAKOUT(AlertSeverity.CRITICAL),
    /** What foreign investors have bought less what they have sold changed fast. */
    FOREIGN_ACCELERATION(AlertSeverity.WARNING),
    /** A future went from above its index to below it, or back. */
    BASIS_DIVERGENCE(AlertSeverity.WARNING);

    private final AlertSeverity severity;

    AlertType(AlertSeverity severity) {
        this.severity = severity;
    }

    public AlertSeverity severity() {
        return severity;
    }
}
