package org.tickcast.wire;

/** Carries a refusal out of the reading of one line, no further: callers are given the {@link BadEvent} as a value. */
final class BadField extends RuntimeException {

    private final transient BadEvent refusal;

    BadField(BadEvent refusal) {
        // A producer that sends nothing but rubbish must not cost us a stack trace per line.
        super(refusal.words(), null, false, false);
        this.refusal = refusal;
    }

    BadEvent refusal() {
        return refusal;
    }
}
