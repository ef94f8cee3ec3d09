package org.tickcast.market.alert;

/** How much an alert matters. No rule of today says less than a warning; clients may ask for it all the same. */
public enum AlertSeverity {
    INFO,
    WARNING,
    CRITICAL
}
