package org.tickcast.admission;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that were given and not yet used. A ticket stands for its holder once, at one door, for one address and a
 * short while, so that a token that lives long need not be in an address, which ends up in logs.
 *
 * <p>Threads: any.
 */
public final class TicketBook {

    /** Beyond this many unused ones nobody gets another, for their short while. */
    public static final int MOST_TICKETS = 10_000;

    /** 192 bits of chance, which nobody guesses. */
    private static final int BYTES = 24;

    private final Duration lifetime;
    private final InstantSource clock;
    private final SecureRandom random;

    /** The oldest first, for they all live equally long. */
    @GuardedBy("this") private final Map<String, Ticket> unused = new LinkedHashMap<>();

    public TicketBook(Duration lifetime, InstantSource clock, SecureRandom random) {
        if (lifetime.isNegative() || lifetime.isZero()) {
            throw new IllegalArgumentException("A ticket needs some time, not " + lifetime);
        }
        this.lifetime = lifetime;
        this.clock = clock;
        this.random = random;
    }

    public Duration lifetime() {
        return lifetime;
    }

    /** A ticket for this door; null when too many are unused. */
    public @Nullable String give(ClientIdentity holder, String door) {
        byte[] chance = new byte[BYTES];
        random.nextBytes(chance);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
        Instant now = clock.instant();
        synchronized (this) {
            forgetOver(now);
            if (unused.size() >= MOST_TICKETS) {
                return null;
            }
            unused.put(text, new Ticket(holder, door, now.plus(lifetime)));
        }
        return text;
    }

    /** Who holds this ticket, if it is good here and now; null otherwise. However it was shown, it is used up. */
    @Nullable ClientIdentity holderOf(String text, ClientAddress address, String door, boolean useUp) {
        Instant now = clock.instant();
        Ticket ticket;
        synchronized (this) {
            ticket = useUp ? unused.remove(text) : unused.get(text);
        }
        return ticket != null && ticket.isGood(address, door, now) ? ticket.holder() : null;
    }

    @GuardedBy("this") private void forgetOver(Instant now) {
        Iterator<Ticket> oldestFirst = unused.values().iterator();
        while (oldestFirst.hasNext() && !now.isBefore(oldestFirst.next().goodBefore())) {
            oldestFirst.remove();
        }
    }

    private record Ticket(ClientIdentity holder, String door, Instant goodBefore) {

        boolean isGood(ClientAddress address, String where, Instant now) {
            return now.isBefore(goodBefore)
                    && door.equals(where)
                    && holder.address().limitKey().equals(address.limitKey());
        }
    }
}
