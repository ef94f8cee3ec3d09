package org.tickcast.launcher;

/** What keeps us from starting, in words for whoever tries. */
final class CannotStart extends Exception {

    private static final long serialVersionUID = 1;

    CannotStart(String why) {
        super("Tickcast cannot start: " + why);
    }
}
