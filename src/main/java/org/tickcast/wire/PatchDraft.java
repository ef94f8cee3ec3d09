package org.tickcast.wire;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A patch while it is put together: what to merge at one place, and what to add to lists anywhere. */
final class PatchDraft {

    private final String pointer;
    private final Map<String, @Nullable Object> merge = new TreeMap<>();
    private final Map<String, @Nullable Object> series;

    PatchDraft() {
        this("", new TreeMap<>());
    }

    private PatchDraft(String pointer, Map<String, @Nullable Object> series) {
        this.pointer = pointer;
        this.series = series;
    }

    /** @param value null takes the member away */
    void put(String name, @Nullable Object value) {
        merge.put(name, value);
    }

    /** A step of the list with this name. */
    void series(String name, Map<String, Object> step) {
        series.put(pointer + "/" + name, step);
    }

    /** The draft of an object in this one. */
    PatchDraft inside(String name) {
        PatchDraft inside = new PatchDraft(pointer + "/" + name, series);
        merge.put(name, inside.merge);
        return inside;
    }

    Patch done(long from, long to) {
        String steps = series.isEmpty() ? null : CanonicalJson.write(series);
        return new Patch(from, to, CanonicalJson.write(merge), steps);
    }
}
