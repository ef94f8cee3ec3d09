package org.tickcast.wire;

import java.util.Map;

/**
 * One place in a picture, and since which version it has shown what it shows. What is hidden keeps its place: a client
 * may still have it, and must be told that it has gone.
 *
 * <p>Belongs to the picture, and so to the tick.
 */
sealed interface PictureNode permits PictureLeaf, PictureBranch, PictureSeries {

    static PictureNode forKindOf(Object value) {
        if (value instanceof Map<?, ?>) {
            return new PictureBranch();
        }
        return value instanceof NumberedPoints ? new PictureSeries() : new PictureLeaf();
    }

    /** Shows this from this version on; what it shows already keeps its older version. */
    void show(Object value, long version);

    void hide(long version);

    boolean isShown();

    /** The version of the newest change to anything in here. */
    long newest();

    /** Writes what it shows, canonically. */
    void write(StringBuilder json);

    /** Adds what a client lacks that was last given this version. */
    void addTo(PatchDraft draft, String name, long base);
}
