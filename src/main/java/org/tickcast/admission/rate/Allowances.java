package org.tickcast.admission.rate;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's allowance, of so many at most.
 *
 * <p>Whoever has not asked for so long that his allowance is whole again is forgotten when somebody new comes: that
 * changes nothing for either. When there is still no room, the one who has not asked for longest is forgotten, and starts
 * anew when he comes back. The alternative, to refuse whoever is new, would let an attacker with a hundred thousand
 * addresses lock out everybody else; this way he gets no more than what so many addresses may do anyway, and an address
 * that keeps asking is never the one to be forgotten.
 *
 * <p>Threads: any.
 */
final class Allowances {

    private final int most;
    private final NanoClock clock;
    private final String kind;
    private final CommonUse common;

    /** The one who has not asked for longest is first. */
    @GuardedBy("this") private final Map<String, Allowance> byKey = new LinkedHashMap<>(16, 0.75f, true);

    /** @param kind what other nodes call the same allowances, with which these are used up */
    Allowances(int most, LongSupplier nanoTime, String kind, CommonUse common) {
        if (most < 1) {
            throw new IllegalArgumentException("Room for at least 1, not " + most);
        }
        this.most = most;
        this.clock = new NanoClock(nanoTime);
        this.kind = kind;
        this.common = common;
    }

    RateAnswer takeOne(String key, List<Rate> rates) {
        RateAnswer answer = of(key, rates).takeOne();
        if (answer instanceof RateAnswer.Allowed) {
            common.used(kind, key, rates);
        }
        return answer;
    }

    void usedElsewhere(String key, List<Rate> rates, int count) {
        of(key, rates).owe(count);
    }

    /** What taking one would be answered. Who has never taken any is not kept for being looked at. */
    RateAnswer look(String key, List<Rate> rates) {
        Allowance allowance = known(key);
        return allowance == null ? new RateAnswer.Allowed(rates.get(0).most()) : allowance.look();
    }

    private synchronized @Nullable Allowance known(String key) {
        return byKey.get(key);
    }

    private synchronized Allowance of(String key, List<Rate> rates) {
        long now = clock.currentTimeNanos();
        Allowance allowance = byKey.get(key);
        if (allowance == null) {
            makeRoom(now);
            allowance = new Allowance(rates, clock);
            byKey.put(key, allowance);
        }
        allowance.askedAt(now);
        allowance.changeTo(rates);
        return allowance;
    }

    /** Each is forgotten once, so this costs no more than their coming. */
    @GuardedBy("this") private void makeRoom(long now) {
        Iterator<Allowance> longestSilentFirst = byKey.values().iterator();
        while (longestSilentFirst.hasNext()) {
            boolean fullAgain = longestSilentFirst.next().isFullAgain(now);
            if (!fullAgain && byKey.size() < most) {
                return;
            }
            longestSilentFirst.remove();
        }
    }

    synchronized int size() {
        return byKey.size();
    }
}
