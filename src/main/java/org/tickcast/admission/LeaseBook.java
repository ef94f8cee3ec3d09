package org.tickcast.admission;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.Tally;
import org.tickcast.wire.CloseCode;

/**
 * Who holds how many places: of the server, of an address, of a user. Counting and taking are one step, so no number of
 * simultaneous handshakes gets in one more than a limit allows. Where there are several nodes, they hold places together:
 * whoever has a place here is then asked about there.
 *
 * <p>Threads: any. The lock is held for a few look-ups; only a handshake waits for other nodes, without it.
 */
public final class LeaseBook {

    /** When a place may have become free: nobody can know, so it is a polite guess. */
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);

    private static final String TOTAL = "all";
    private static final String OF_ADDRESS = "address:";
    private static final String OF_USER = "user:";

    /** What it is called that there is no place, by what is asked for in this order. */
    private static final List<CloseCode> REASONS =
            List.of(CloseCode.SERVER_FULL, CloseCode.ADDRESS_LIMIT, CloseCode.USER_LIMIT);

    private final AdmissionLimits limits;
    private final Plans plans;
    private final InstantSource clock;
    private final Tally tally;
    private final AtomicLong given = new AtomicLong();
    private final AtomicLong decidedAlone = new AtomicLong();
    private final Set<Lease> reserved = ConcurrentHashMap.newKeySet();

    @GuardedBy("this") private final Map<String, Integer> byAddress = new HashMap<>();

    @GuardedBy("this") private final Map<String, Integer> byUser = new HashMap<>();

    @GuardedBy("this") private int total;

    /** One of a node that is alone. */
    public LeaseBook(AdmissionLimits limits, Plans plans, InstantSource clock) {
        this(limits, plans, clock, Tally.OF_ONE);
    }

    public LeaseBook(AdmissionLimits limits, Plans plans, InstantSource clock, Tally tally) {
        this.limits = limits;
        this.plans = plans;
        this.clock = clock;
        this.tally = tally;
    }

    /** From now on it counts with the other nodes. */
    public void join() {
        tally.start(this::sayAll);
    }

    /** Takes a place, or says which limit has none left. */
    Verdict take(ClientIdentity who) {
        int places = plans.of(who).connections();
        Lease lease =
                new Lease(this, given.incrementAndGet(), who, clock.instant().plus(limits.openWithin()));
        Counted counted = count(who, places);
        CloseCode noneLeft =
                counted instanceof Here here ? noneLeft(who, here.reply().await()) : ((Nowhere) counted).noneLeft();
        if (noneLeft != null) {
            return refused(noneLeft);
        }
        reserved.add(lease);
        return new Verdict.Admitted(who, lease);
    }

    /** Whether there was a place on this node. */
    private sealed interface Counted {}

    private record Nowhere(CloseCode noneLeft) implements Counted {}

    /** @param reply whether there is one on all nodes together */
    private record Here(Tally.Reply reply) implements Counted {}

    /** What the others say to a place that is counted here already. */
    private @Nullable CloseCode noneLeft(ClientIdentity who, Tally.Answer answer) {
        if (answer instanceof Tally.Full full) {
            uncount(who);
            return REASONS.get(full.share());
        }
        if (answer instanceof Tally.Alone) {
            decidedAlone.incrementAndGet();
            // They may have been asked and not have answered in time: they are to know how many there are here.
            say(who);
        }
        return null;
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
    Verdict.@Nullable Refused objection(ClientIdentity who) {
        int places = plans.of(who).connections();
        CloseCode noneLeft = noneLeftHere(who, places);
        if (noneLeft != null) {
            return refused(noneLeft);
        }
        Tally.Answer answer = tally.look(shares(who, places, 1)).await();
        return answer instanceof Tally.Full full ? refused(REASONS.get(full.share())) : null;
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

    /** How many came in whom the other nodes could not be asked about. */
    public long decidedAlone() {
        return decidedAlone.get();
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
        uncount(lease.who());
    }

    /** Asks the others in the same step, so that numbers go out in the order in which they change. */
    private synchronized Counted count(ClientIdentity who, int places) {
        CloseCode noneLeft = noneLeft(who, places);
        if (noneLeft != null) {
            return new Nowhere(noneLeft);
        }
        if (who.isUser()) {
            byUser.merge(who.id(), 1, Integer::sum);
        }
        byAddress.merge(who.address().limitKey(), 1, Integer::sum);
        total++;
        return new Here(tally.take(shares(who, places, 0)));
    }

    private synchronized void uncount(ClientIdentity who) {
        total--;
        countDown(byAddress, who.address().limitKey());
        if (who.isUser()) {
            countDown(byUser, who.id());
        }
        say(who);
    }

    private synchronized @Nullable CloseCode noneLeftHere(ClientIdentity who, int places) {
        return noneLeft(who, places);
    }

    /** In the order of {@link #REASONS}. */
    private synchronized List<Tally.Share> shares(ClientIdentity who, int places, int more) {
        List<Tally.Share> shares = new ArrayList<>();
        shares.add(new Tally.Share(TOTAL, total + more, limits.connections()));
        shares.add(new Tally.Share(
                OF_ADDRESS + who.address().limitKey(), heldBy(who.address()) + more, limits.connectionsPerAddress()));
        if (who.isUser()) {
            shares.add(new Tally.Share(OF_USER + who.id(), heldByUser(who.id()) + more, places));
        }
        return shares;
    }

    private synchronized void say(ClientIdentity who) {
        Map<String, Integer> own = new HashMap<>();
        shares(who, 0, 0).forEach(share -> own.put(share.name(), share.own()));
        tally.set(own);
    }

    private synchronized void sayAll() {
        Map<String, Integer> own = new HashMap<>();
        own.put(TOTAL, total);
        byAddress.forEach((address, count) -> own.put(OF_ADDRESS + address, count));
        byUser.forEach((user, count) -> own.put(OF_USER + user, count));
        tally.setAll(own);
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
