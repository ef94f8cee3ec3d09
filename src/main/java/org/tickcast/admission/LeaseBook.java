package org.tickcast.admission;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;

/**
 * Who holds how many places: of the server, of an address, of a user. Counting and taking are one step, so no number of
 * simultaneous handshakes gets in one more than a limit allows.
 *
 * <p>Threads: any. The lock is held for a few look-ups.
 */
public final class LeaseBook {

    /** When a place may have become free: nobody can know, so it is a polite guess. */
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private final AdmissionLimits limits;
    private final Plans plans;
    private final InstantSource clock;
    private final AtomicLong given = new AtomicLong();
    private final Set<Lease> reserved = ConcurrentHashMap.newKeySet();

    @GuardedBy("this") private final Map<String, Integer> byAddress = new HashMap<>();

    @GuardedBy("this") private final Map<String, Integer> byUser = new HashMap<>();

    @GuardedBy("this") private int total;

    public LeaseBook(AdmissionLimits limits, Plans plans, InstantSource clock) {
        this.limits = limits;
        this.plans = plans;
        this.clock = clock;
    }

    /** Takes a place, or says which limit has none left. */
    Verdict take(ClientIdentity who) {
        int places = plans.of(who).connections();
        Lease lease =
                new Lease(this, given.incrementAndGet(), who, clock.instant().plus(limits.openWithin()));
        CloseCode noneLeft = count(who, places);
        if (noneLeft != null) {
            return refused(noneLeft);
        }
        reserved.add(lease);
        return new Verdict.Admitted(who, lease);
    }

    /** Why nobody at all would get a place, or null when somebody may. */
    synchronized Verdict.@Nullable Refused objection() {
        return total >= limits.connections() ? refused(CloseCode.SERVER_FULL) : null;
    }

    /** Why nobody from this address would get a place, or null when somebody may. */
    synchronized Verdict.@Nullable Refused objection(ClientAddress address) {
        CloseCode noneLeft = noneLeft(address);
        return noneLeft == null ? null : refused(noneLeft);
    }

    /** Why this client would get none, or null when it would get one. */
    synchronized Verdict.@Nullable Refused objection(ClientIdentity who) {
        CloseCode noneLeft = noneLeft(who, plans.of(who).connections());
        return noneLeft == null ? null : refused(noneLeft);
    }

    /** How many sockets of one user are in. */
    public synchronized int heldByUser(String user) {
        return byUser.getOrDefault(user, 0);
    }

    public synchronized int heldBy(ClientAddress address) {
        return byAddress.getOrDefault(address.limitKey(), 0);
    }

    /** How many users have at least one. Who is known by address only is nobody of them. */
    public synchronized int users() {
        return byUser.size();
    }

    public synchronized int total() {
        return total;
    }

    /** Takes back the places of handshakes that never became a socket. To be called now and then. */
    public void releaseLate() {
        reserved.forEach(lease -> lease.releaseIfLate(clock.instant()));
    }

    void claimed(Lease lease) {
        reserved.remove(lease);
    }

    void released(Lease lease) {
        reserved.remove(lease);
        synchronized (this) {
            total--;
            countDown(byAddress, lease.who().address().limitKey());
            if (lease.who().isUser()) {
                countDown(byUser, lease.who().id());
            }
        }
    }

    private synchronized @Nullable CloseCode count(ClientIdentity who, int places) {
        CloseCode noneLeft = noneLeft(who, places);
        if (noneLeft != null) {
            return noneLeft;
        }
        if (who.isUser()) {
            byUser.merge(who.id(), 1, Integer::sum);
        }
        byAddress.merge(who.address().limitKey(), 1, Integer::sum);
        total++;
        return null;
    }

    @GuardedBy("this") private @Nullable CloseCode noneLeft(ClientIdentity who, int places) {
        CloseCode noneLeft = noneLeft(who.address());
        if (noneLeft != null) {
            return noneLeft;
        }
        return who.isUser() && heldByUser(who.id()) >= places ? CloseCode.USER_LIMIT : null;
    }

    @GuardedBy("this") private @Nullable CloseCode noneLeft(ClientAddress address) {
        if (total >= limits.connections()) {
            return CloseCode.SERVER_FULL;
        }
        return heldBy(address) >= limits.connectionsPerAddress() ? CloseCode.ADDRESS_LIMIT : null;
    }

    private static void countDown(Map<String, Integer> counts, String key) {
        counts.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }

    private static Verdict.Refused refused(CloseCode noneLeft) {
        return new Verdict.Refused(noneLeft, TRY_AGAIN_AFTER);
    }
}
