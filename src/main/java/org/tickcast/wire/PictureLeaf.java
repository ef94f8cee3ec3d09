package org.tickcast.wire;

import org.jspecify.annotations.Nullable;

/** A value that is replaced whole. Belongs to the picture, and so to the tick. */
final class PictureLeaf implements PictureNode {

    private @Nullable Object value;
    private long changedAt;

    @Override
    public void show(Object next, long version) {
        if (!next.equals(value)) {
            value = next;
            changedAt = version;
        }
    }

    @Override
    public void hide(long version) {
        if (value != null) {
            value = null;
            changedAt = version;
        }
    }

    @Override
    public boolean isShown() {
        return value != null;
    }

    @Override
    public long newest() {
        return changedAt;
    }

    @Override
    public void write(StringBuilder json) {
        CanonicalJson.append(json, value);
    }

    @Override
    public void addTo(PatchDraft draft, String name, long base) {
        if (changedAt > base) {
            draft.put(name, value);
        }
    }
}
