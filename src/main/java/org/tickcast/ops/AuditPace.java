package org.tickcast.ops;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a flood out of the audit log. Of lines of one kind the first few in a minute are written, and of the others only
 * how many they were. When there are too many kinds, for an attacker has many addresses, further ones are told apart by
 * their reason alone.
 *
 * <p>Threads: any.
 */
final class AuditPace {

    /** Lines of one kind in one minute. */
    static final int LINES_EACH = 10;

    /** Kinds that are told apart by address in one minute. */
    static final int MOST_KINDS = 1_000;

    static final Duration MINUTE = Duration.ofMinutes(1);

    @GuardedBy("this") private Map<Kind, Integer> seen = new LinkedHashMap<>();

    @GuardedBy("this") private Instant began;

    AuditPace(Instant now) {
        began = now;
    }

    /** Whether one more line of this kind is to be written. If not, it is counted. */
    synchronized boolean mayTell(Kind kind) {
        boolean known = seen.size() < MOST_KINDS || seen.containsKey(kind);
        return seen.merge(known ? kind : kind.anywhere(), 1, Integer::sum) <= LINES_EACH;
    }

    /** When the minute is over, what was counted in it; nothing before. */
    synchronized List<HeldBack> endOfMinute(Instant now) {
        // A clock that was set back must not keep us silent until it is there again.
        boolean over = !now.isBefore(began.plus(MINUTE)) || now.isBefore(began);
        return over ? end(now) : List.of();
    }

    @GuardedBy("this") private List<HeldBack> end(Instant now) {
        List<HeldBack> heldBack = new ArrayList<>();
        seen.forEach((kind, count) -> {
            if (count > LINES_EACH) {
                heldBack.add(new HeldBack(kind, count - LINES_EACH));
            }
        });
        seen = new LinkedHashMap<>();
        began = now;
        return heldBack;
    }

    /** @param address where they come from; null for all the addresses that are not told apart */
    record Kind(AuditEvent event, String reason, @Nullable String address) {

        Kind anywhere() {
            return new Kind(event, reason, null);
        }
    }

    record HeldBack(Kind kind, int lines) {}
}
