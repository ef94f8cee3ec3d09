package org.tickcast.admission;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that were given and not yet used. A ticket stands for its holder once, at one door, for one address and a
 * short while that does not go beyond its token's own, so that a token that lives long need not be in an address, which ends up in logs.
 *
 * <p>Threads: any.
 */
public final class TicketBook {

    /** Beyond this many unused ones nobody gets another, for their short while. */
    public static final int MOST_TICKETS = 10_000;

    /** Beyond this many unused ones of one holder it gets no other, so that a few leave room for the rest. */
    public static final int MOST_OF_ONE = 100;

    /** 192 bits of chance, which nobody guesses. */
    private static final int BYTES = 24;

    private final Duration lifetime;
    private final Duration skew;
    private final InstantSource clock;
    private final InstantSource steady;
    private final SecureRandom random;

    /** The oldest first. One that ends with its token may be over sooner, and goes when it would have gone else. */
    @GuardedBy("this") private final Map<String, Ticket> unused = new LinkedHashMap<>();

    /** How many of those each holder has. */
    @GuardedBy("this") private final Map<String, Integer> byHolder = new HashMap<>();

    /** Where no token is accepted after its end. */
    public TicketBook(Duration lifetime, InstantSource clock, SecureRandom random) {
        this(lifetime, Duration.ZERO, clock, clock, random);
    }

    /**
     * @param skew for how long after its end a token is accepted, and a ticket for it with it
     * @param clock what the ends of tokens are compared with
     * @param steady what tickets age by: it never goes back, and never jumps
     */
    public TicketBook(
            Duration lifetime, Duration skew, InstantSource clock, InstantSource steady, SecureRandom random) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("A ticket needs some time, not " + lifetime);
        }
        this.lifetime = lifetime;
        this.skew = skew;
        this.clock = clock;
        this.steady = steady;
        this.random = random;
    }

    /** How long a ticket would be good that this holder gets now. */
    public Duration goodFor(ClientIdentity holder) {
        Instant now = clock.instant();
        Instant end = holder.expiresAt();
        // The skew goes off the near end: added to one in a far future, it would lead out of time.
        return end == null || end.isAfter(now.plus(lifetime).minus(skew))
                ? lifetime
                : Duration.between(now, end.plus(skew));
    }

    /** A ticket for this door; null when too many are unused, of this holder or of all. */
    public @Nullable String give(ClientIdentity holder, String door) {
        byte[] chance = new byte[BYTES];
        random.nextBytes(chance);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
        Instant now = steady.instant();
        synchronized (this) {
            forgetOver(now);
            if (unused.size() >= MOST_TICKETS || byHolder.getOrDefault(holder.limitKey(), 0) >= MOST_OF_ONE) {
                return null;
            }
            unused.put(text, new Ticket(holder, door, now.plus(goodFor(holder))));
            byHolder.merge(holder.limitKey(), 1, Integer::sum);
        }
        return text;
    }

    /** Who holds this ticket, if it is good here and now; null otherwise. However it was shown, it is used up. */
    @Nullable ClientIdentity holderOf(String text, ClientAddress address, String door, boolean useUp) {
        Instant now = steady.instant();
        Ticket ticket;
        synchronized (this) {
            ticket = useUp ? take(text) : unused.get(text);
        }
        return ticket != null && ticket.isGood(address, door, now) ? ticket.holder() : null;
    }

    @GuardedBy("this") private @Nullable Ticket take(String text) {
        Ticket ticket = unused.remove(text);
        if (ticket != null) {
            countOff(ticket.holder());
        }
        return ticket;
    }

    @GuardedBy("this") private void forgetOver(Instant now) {
        Iterator<Ticket> oldestFirst = unused.values().iterator();
        while (oldestFirst.hasNext()) {
            Ticket oldest = oldestFirst.next();
            if (now.isBefore(oldest.goodBefore())) {
                return;
            }
            oldestFirst.remove();
            countOff(oldest.holder());
        }
    }

    @GuardedBy("this") private void countOff(ClientIdentity holder) {
        byHolder.computeIfPresent(holder.limitKey(), (key, count) -> count == 1 ? null : count - 1);
    }

    private record Ticket(ClientIdentity holder, String door, Instant goodBefore) {

        boolean isGood(ClientAddress address, String where, Instant now) {
            return now.isBefore(goodBefore)
                    && door.equals(where)
                    && holder.address().limitKey().equals(address.limitKey());
        }
    }
}
