package org.tickcast.broadcast;

/**
 * A client that speaks {@code tickcast.v1}, as the tick sees it. Both methods return at once, however slow the client,
 * and never throw.
 */
public interface Reader {

    /**
     * Takes a picture or a beat, unless it still has one that has not left. Nothing is kept of what it refuses; when it
     * could take one again it says so with {@link Seat#freed}.
     */
    boolean offer(VersionedFrame frame);

    /** Takes a frame that goes out whatever else is on its way, in its turn. */
    void tell(VersionedFrame frame);
}
