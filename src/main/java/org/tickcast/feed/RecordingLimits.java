package org.tickcast.feed;

import java.nio.file.Path;

/**
 * Where and how a tape is written.
 *
 * @param directory is made if it is not there
 * @param fileBytes a file that has grown beyond this, compressed, is followed by a new one
 * @param waitingEvents how many events may wait for a disk that is slow or gone; what comes then is not recorded
 */
public record RecordingLimits(Path directory, long fileBytes, int waitingEvents, Durability durability) {

    public RecordingLimits {
        if (fileBytes < 1) {
            throw new IllegalArgumentException("A tape's files need at least 1 byte, not " + fileBytes);
        }
        if (waitingEvents < 1) {
            throw new IllegalArgumentException("At least 1 event must be able to wait, not " + waitingEvents);
        }
    }
}
