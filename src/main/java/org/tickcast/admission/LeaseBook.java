package org.tickcast.admission;

import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who holds how many places. Counting and taking are one step, so no number of simultaneous handshakes gets in one more
 * than the limit. Addresses of one IPv6 network count as one.
 *
 * <p>Threads: any.
 */
public final class LeaseBook {

    private final AdmissionLimits limits;
    private final InstantSource clock;
    private final Map<String, Integer> held = new ConcurrentHashMap<>();
    private final Set<Lease> reserved = ConcurrentHashMap.newKeySet();

    public LeaseBook(AdmissionLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Takes a place for this address, or returns null when all of them are taken. */
    @Nullable Lease take(ClientAddress address) {
        boolean[] taken = {false};
        held.compute(address.limitKey(), (same, count) -> {
            int open = count == null ? 0 : count;
            taken[0] = open < limits.connectionsPerAddress();
            return taken[0] ? open + 1 : count;
        });
        if (!taken[0]) {
            return null;
        }
        Lease lease = new Lease(this, address, clock.instant().plus(limits.openWithin()));
        reserved.add(lease);
        return lease;
    }

    public boolean isFull(ClientAddress address) {
        return heldBy(address) >= limits.connectionsPerAddress();
    }

    public int heldBy(ClientAddress address) {
        return held.getOrDefault(address.limitKey(), 0);
    }

    public int total() {
        return held.values().stream().mapToInt(Integer::intValue).sum();
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
        held.computeIfPresent(lease.address().limitKey(), (key, count) -> count == 1 ? null : count - 1);
    }
}
