package org.tickcast.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A list that grows at its end, of which only the end is sent again. A client is told how many points of its own list to
 * drop from the beginning, how many to keep, and what comes behind them; so each point knows since when it has been
 * there and since when as it is, and what the first point was when it came.
 *
 * <p>Belongs to the picture, and so to the tick.
 */
final class PictureSeries implements PictureNode {

    private List<Point> points = List.of();
    private long first;
    private boolean shown;
    /** The version at which nothing of the list before was kept. */
    private long begunAt;

    private long newest;

    @Override
    public void show(Object value, long version) {
        NumberedPoints next = (NumberedPoints) value;
        boolean continues = shown && next.first() >= first && next.first() <= last() && next.last() >= last();
        int dropped = continues ? (int) (next.first() - first) : points.size();
        List<Point> before = points.subList(dropped, points.size());
        int same = same(before, next.points());
        if (continues && dropped == 0 && same == next.points().size()) {
            return;
        }
        points = extended(before, same, next, version);
        begunAt = continues ? begunAt : version;
        first = next.first();
        newest = version;
        shown = true;
    }

    @Override
    public void hide(long version) {
        if (shown) {
            points = List.of();
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
        CanonicalJson.append(json, values(0));
    }

    @Override
    public void addTo(PatchDraft draft, String name, long base) {
        if (newest <= base) {
            return;
        }
        int kept = begunAt > base ? 0 : countOfSame(base);
        if (!shown) {
            draft.put(name, null);
        } else if (kept == 0) {
            draft.put(name, values(0));
        } else {
            draft.series(name, step(first - firstAt(base, kept), kept));
        }
    }

    private Map<String, Object> step(long drop, int keep) {
        Map<String, Object> step = new TreeMap<>();
        step.put("drop", drop);
        step.put("keep", keep);
        step.put("add", values(keep));
        return step;
    }

    private List<Object> values(int from) {
        return points.subList(from, points.size()).stream().map(Point::value).toList();
    }

    private long last() {
        return first + points.size() - 1;
    }

    private static int same(List<Point> before, List<Object> next) {
        int same = 0;
        int most = Math.min(before.size(), next.size());
        while (same < most && before.get(same).value().equals(next.get(same))) {
            same++;
        }
        return same;
    }

    private static List<Point> extended(List<Point> before, int same, NumberedPoints next, long version) {
        List<Point> extended = new ArrayList<>(before.subList(0, same));
        for (int i = same; i < next.points().size(); i++) {
            Object value = next.points().get(i);
            extended.add(
                    i < before.size()
                            ? before.get(i).changed(value, version)
                            : new Point(value, version, version, next.first()));
        }
        return extended;
    }

    /** How many points at the beginning are as they were; changes are in order, so the rest has changed since. */
    private int countOfSame(long base) {
        int same = 0;
        while (same < points.size() && points.get(same).changedAt() <= base) {
            same++;
        }
        return same;
    }

    /** The number of the first point in a list of that version, whose last point is the newest that was there. */
    private long firstAt(long base, int kept) {
        int lastThen = kept - 1;
        while (lastThen + 1 < points.size() && points.get(lastThen + 1).addedAt() <= base) {
            lastThen++;
        }
        return points.get(lastThen).firstThen();
    }

    private record Point(Object value, long addedAt, long changedAt, long firstThen) {

        Point changed(Object next, long version) {
            return new Point(next, addedAt, version, firstThen);
        }
    }
}
