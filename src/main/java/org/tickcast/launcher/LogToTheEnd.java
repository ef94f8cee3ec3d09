package org.tickcast.launcher;

import java.util.logging.LogManager;

/**
 * Keeps the log open while the server stops. When the JVM ends, the JDK's own log manager takes all handlers away at once,
 * beside the thread that stops the server: nobody would read how that went, nor who was still there. The handler of
 * {@code tickcast.jar} writes each record at once, so there is nothing to close.
 */
public final class LogToTheEnd extends LogManager {

    private static volatile boolean ending;

    /** Whether the JVM has been told to end. */
    static boolean isEnding() {
        return ending;
    }

    @Override
    public void reset() {
        if (isEndOfJvm()) {
            ending = true;
        } else {
            super.reset();
        }
    }

    /** The thread that resets everything in the end is a class inside LogManager. */
    private static boolean isEndOfJvm() {
        return Thread.currentThread().getClass().getEnclosingClass() == LogManager.class;
    }
}
