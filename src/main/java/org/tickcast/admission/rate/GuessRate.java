package org.tickcast.admission.rate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.Identification;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.Verdict;
import org.tickcast.wire.CloseCode;

/**
 * How often an address may show a token that is not good, wherever it does: so nobody finds one by trying. Who shows a
 * good one is never counted, however often he asks; but an address that has guessed too often is not listened to at all
 * for a while. Of IPv6 the network counts.
 *
 * <p>Threads: any. Requests that are looked at side by side may each bring one more wrong token; none of them is told.
 */
public final class GuessRate {

    /** A token that has expired or was revoked was good once, so nobody has guessed it. */
    private static final Set<CloseCode> GUESSED = EnumSet.of(CloseCode.TOKEN_INVALID, CloseCode.TICKET_INVALID);

    private static final String KIND = "wrong-tokens";

    private final List<Rate> rates;
    private final Allowances allowances;

    /** @param nanoTime such as {@link System#nanoTime} */
    public GuessRate(ConnectRateLimits limits, LongSupplier nanoTime, CommonUse common) {
        this.rates = limits.rates();
        this.allowances = new Allowances(limits.trackedAddresses(), nanoTime, KIND, common);
        common.share(KIND, allowances);
    }

    /** One of a node that is alone. */
    public GuessRate(ConnectRateLimits limits, LongSupplier nanoTime) {
        this(limits, nanoTime, CommonUse.ofOne());
    }

    /** Who it is. What an address shows that has guessed too often is not looked at. */
    public Identification identify(Attempt attempt, IdentityCheck identity) {
        Verdict.Refused stopped = objection(attempt.address());
        if (stopped != null) {
            return new Identification.Refused(stopped);
        }
        Identification answer = identity.identify(attempt);
        Verdict.Refused oneTooMany = isGuess(answer) ? guessed(attempt.address()) : null;
        return oneTooMany == null ? answer : new Identification.Refused(oneTooMany);
    }

    /** Why nothing is looked at that this address shows, or null when it is. Asking does not count. */
    public Verdict.@Nullable Refused objection(ClientAddress address) {
        return refusal(allowances.look(address.limitKey(), rates));
    }

    /** Counts a wrong token. Returns a refusal when it was one too many. */
    public Verdict.@Nullable Refused guessed(ClientAddress address) {
        return refusal(allowances.takeOne(address.limitKey(), rates));
    }

    private static boolean isGuess(Identification answer) {
        return answer instanceof Identification.Refused refused
                && GUESSED.contains(refused.verdict().reason());
    }

    private static Verdict.@Nullable Refused refusal(RateAnswer answer) {
        return answer instanceof RateAnswer.Exceeded exceeded ? exceeded.because(CloseCode.TOKEN_GUESSES) : null;
    }
}
