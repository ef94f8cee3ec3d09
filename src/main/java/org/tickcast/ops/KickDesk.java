package org.tickcast.ops;

import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Kick;
import org.tickcast.wire.CloseCode;

/**
 * Has a user go from all servers when an operator says so, and has it put on record.
 *
 * <p>Threads: any.
 */
public final class KickDesk {

    /** What the other servers know of it. */
    public enum Others {
        /** There are none. */
        NONE,
        /** They hear of it at once. */
        TOLD,
        /** They cannot be reached, and hear of it when they can. */
        TOLD_LATER;

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Orders orders;
    private final Supplier<Others> others;
    private final OperatorListener listener;
    private final InstantSource clock;

    /** @param others how it stands with them at the moment */
    public KickDesk(Orders orders, Supplier<Others> others, OperatorListener listener, InstantSource clock) {
        this.orders = orders;
        this.others = others;
        this.listener = listener;
        this.clock = clock;
    }

    /** Nobody has to be there: he may be on another server, or have gone. */
    Answer kick(byte[] written, ClientIdentity operator) {
        Kick kick = read(written);
        if (kick == null) {
            return new Answer.Refused(CloseCode.BAD_PARAMETER);
        }
        int closed = orders.kick(kick);
        listener.userKicked(operator, kick.user(), closed);
        return new Answer.Done(kick.user(), closed, others.get());
    }

    /** Null when the bytes do not say clearly who it is. */
    private @Nullable Kick read(byte[] written) {
        OnlyMember member = OnlyMember.read(written);
        if (member == null || !member.name().equals("user")) {
            return null;
        }
        try {
            return new Kick(member.text(), clock.instant());
        } catch (IllegalArgumentException nobody) {
            return null;
        }
    }

    sealed interface Answer {

        /** @param closedHere how many of his connections were on this server */
        record Done(String user, int closedHere, Others others) implements Answer {}

        /** Nobody was closed. */
        record Refused(CloseCode reason) implements Answer {}
    }
}
