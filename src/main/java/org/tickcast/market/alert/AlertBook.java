package org.tickcast.market.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.Symbol;

/**
 * The alerts of the day, so many and no more, in which nothing is said twice within a while.
 *
 * <p>Threads: the tick notes, any thread may ask. Alerts are rare, so each one makes a new list, which nobody changes.
 */
public final class AlertBook implements Quiet {

    private final AlertLimits.Book limits;
    private final int maxSubjects;
    private final RandomGenerator random;
    /** When each thing was last said, the longest ago first. Belongs to the tick. */
    private final Map<Subject, Instant> lastSaid = new LinkedHashMap<>();

    private volatile List<Alert> newestFirst = List.of();

    public AlertBook(AlertLimits limits, RandomGenerator random) {
        this.limits = limits.book();
        this.maxSubjects = Math.multiplyExact(limits.maxSymbols(), AlertType.values().length);
        this.random = random;
    }

    /** Makes an alert of it, unless the same has just been said of the same symbol. */
    public @Nullable Alert note(Signal signal) {
        if (covers(signal.type(), signal.symbol(), signal.at())) {
            return null;
        }
        remember(new Subject(signal.type(), signal.symbol()), signal.at());
        Alert alert = new Alert(HexFormat.of().toHexDigits(random.nextInt()), signal);
        newestFirst = withFirst(alert);
        return alert;
    }

    /** Whether the same has just been said of the same symbol. Only the tick may ask. */
    @Override
    public boolean covers(AlertType type, Symbol symbol, Instant at) {
        Instant said = lastSaid.get(new Subject(type, symbol));
        return said != null && !isQuietOver(said, at);
    }

    /** The newest alerts first, so many at most, of one type or severity if that is asked. */
    public List<Alert> latest(int limit, @Nullable AlertType type, @Nullable AlertSeverity severity) {
        return newestFirst.stream()
                .filter(alert -> type == null || alert.type() == type)
                .filter(alert -> severity == null || alert.severity() == severity)
                .limit(limit)
                .toList();
    }

    /** Forgets all alerts, as at the end of a day. */
    public void clear() {
        lastSaid.clear();
        newestFirst = List.of();
    }

    private void remember(Subject subject, Instant now) {
        lastSaid.remove(subject);
        lastSaid.put(subject, now);
        Iterator<Instant> longestAgoFirst = lastSaid.values().iterator();
        while (longestAgoFirst.hasNext() && mayGo(longestAgoFirst.next(), now)) {
            longestAgoFirst.remove();
        }
    }

    private boolean mayGo(Instant said, Instant now) {
        return lastSaid.size() > maxSubjects || isQuietOver(said, now);
    }

    /** After a clock has jumped back far, what was said is as far away as if it were long ago. */
    private boolean isQuietOver(Instant said, Instant now) {
        return Duration.between(said, now).abs().compareTo(limits.quiet()) >= 0;
    }

    private List<Alert> withFirst(Alert alert) {
        List<Alert> alerts = new ArrayList<>(newestFirst.size() + 1);
        alerts.add(alert);
        alerts.addAll(newestFirst);
        int kept = Math.min(alerts.size(), limits.capacity());
        return List.copyOf(alerts.subList(0, kept));
    }

    private record Subject(AlertType type, Symbol symbol) {}
}
