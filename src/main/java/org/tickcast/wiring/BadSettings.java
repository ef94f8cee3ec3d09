package org.tickcast.wiring;

import java.util.List;

/** Tickcast does not start with settings like these. */
public final class BadSettings extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String words;

    BadSettings(List<String> complaints) {
        this("Tickcast cannot start:\n  " + String.join("\n  ", complaints)
                + "\nEvery setting is explained in docs/operating.md.");
    }

    private BadSettings(String words) {
        super(words);
        this.words = words;
    }

    /** Everything that is wrong, for somebody to read. */
    String words() {
        return words;
    }
}
