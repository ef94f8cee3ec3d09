package org.tickcast.wire;

import java.util.Locale;

/** Whether a client that was refused or closed should come back, and how. */
public enum Reconnect {
    /** The same attempt fails again: something has to change first, and no waiting changes it. */
    NEVER,
    /** At once, but with another token or ticket. */
    AFTER_NEW_TOKEN,
    /** After a pause, as long as Retry-After says where there is one; doubled after each failure, with chance in it. */
    BACK_OFF,
    /** At once, with a little chance in it so that not everybody comes at the same moment; then as {@link #BACK_OFF}. */
    NOW;

    /** The word that programs compare: {@code after-new-token}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
