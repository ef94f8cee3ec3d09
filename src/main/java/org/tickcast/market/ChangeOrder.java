package org.tickcast.market;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things in the order of their newest change, so that asking what has changed costs as much as has changed, however
 * many things there are. Belongs to the board, and so to the tick.
 */
final class ChangeOrder<T> {

    private @Nullable Place<T> newest;

    /** The place of a thing that has just appeared. */
    Place<T> add(T thing, long version) {
        Place<T> place = new Place<>(thing);
        changed(place, version);
        return place;
    }

    void changed(Place<T> place, long version) {
        place.changedAt = version;
        if (place != newest) {
            unlink(place);
            place.older = newest;
            if (newest != null) {
                newest.newer = place;
            }
            newest = place;
        }
    }

    void clear() {
        newest = null;
    }

    /** What has changed after this version, newest first. */
    List<T> since(long base) {
        List<T> changed = new ArrayList<>();
        for (Place<T> place = newest; place != null && place.changedAt > base; place = place.older) {
            changed.add(place.thing);
        }
        return changed;
    }

    private static <T> void unlink(Place<T> place) {
        if (place.newer != null) {
            place.newer.older = place.older;
        }
        if (place.older != null) {
            place.older.newer = place.newer;
        }
        place.newer = null;
        place.older = null;
    }

    /** Where a thing stands in the order. */
    static final class Place<T> {

        private final T thing;
        private long changedAt;
        private @Nullable Place<T> newer;
        private @Nullable Place<T> older;

        private Place(T thing) {
            this.thing = thing;
        }

        T thing() {
            return thing;
        }
    }
}
