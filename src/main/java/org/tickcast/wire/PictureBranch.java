package org.tickcast.wire;

import java.util.Map;
import java.util.TreeMap;

/** An object of the picture: places by name. Belongs to the picture, and so to the tick. */
final class PictureBranch implements PictureNode {

    private final Map<String, PictureNode> members = new TreeMap<>();
    private boolean shown;
    private long newest;

    /** Shows an object with these members and no others. */
    @Override
    public void show(Object object, long version) {
        Map<?, ?> next = (Map<?, ?>) object;
        appear(version);
        members.forEach((name, member) -> {
            if (!next.containsKey(name)) {
                hide(member, version);
            }
        });
        next.forEach((name, value) -> show((String) name, value, version));
    }

    /** Shows this member beside the others. */
    void show(String name, Object value, long version) {
        PictureNode member = members.computeIfAbsent(name, unseen -> PictureNode.forKindOf(value));
        member.show(value, version);
        newest = Math.max(newest, member.newest());
    }

    void hide(String name, long version) {
        PictureNode member = members.get(name);
        if (member != null) {
            hide(member, version);
        }
    }

    /** The object with this name, which is shown even when nothing is in it. */
    PictureBranch branch(String name, long version) {
        PictureBranch branch = (PictureBranch) members.computeIfAbsent(name, unseen -> new PictureBranch());
        branch.appear(version);
        return branch;
    }

    /** To be called when something was shown or hidden in a branch of this one. */
    void grown() {
        members.values().forEach(member -> newest = Math.max(newest, member.newest()));
    }

    void appear(long version) {
        if (!shown) {
            shown = true;
            newest = version;
        }
    }

    @Override
    public void hide(long version) {
        if (shown) {
            members.values().forEach(member -> member.hide(version));
            shown = false;
            newest = version;
        }
    }

    @Override
    public boolean isShown() {
        return shown;
    }

    @Override
    public long newest() {
        return newest;
    }

    @Override
    public void write(StringBuilder json) {
        json.append('{');
        String between = "";
        for (Map.Entry<String, PictureNode> member : members.entrySet()) {
            if (member.getValue().isShown()) {
                CanonicalJson.appendText(json.append(between), member.getKey());
                member.getValue().write(json.append(':'));
                between = ",";
            }
        }
        json.append('}');
    }

    @Override
    public void addTo(PatchDraft draft, String name, long base) {
        if (newest <= base) {
            return;
        }
        if (shown) {
            addMembersTo(draft.inside(name), base);
        } else {
            draft.put(name, null);
        }
    }

    void addMembersTo(PatchDraft draft, long base) {
        members.forEach((name, member) -> member.addTo(draft, name, base));
    }

    private void hide(PictureNode member, long version) {
        member.hide(version);
        newest = Math.max(newest, member.newest());
    }
}
