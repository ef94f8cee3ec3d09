package org.tickcast.wire;

import org.jspecify.annotations.Nullable;

/**
 * What turns a picture of one version into that of a later one.
 *
 * @param merge a JSON Merge Patch, RFC 7396
 * @param series for each list that has grown, by its JSON Pointer, how many points to drop from its beginning, how many
 *     to keep, and which to add; null when none has
 */
public record Patch(
        long from, long to, String merge, @Nullable String series) {

    /** In characters, about. */
    public int length() {
        return merge.length() + (series == null ? 0 : series.length());
    }
}
