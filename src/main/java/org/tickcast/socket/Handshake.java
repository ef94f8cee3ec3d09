package org.tickcast.socket;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Admission;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.Verdict;
import org.tickcast.socket.line.Upgrade;

/**
 * One upgrade request from the filter to the open socket.
 *
 * <p>The filter binds it to the thread, because the container asks {@link AdmissionConfigurator} without saying for
 * which request. It travels on as the request's {@link Principal}, because that is the one thing a container carries
 * from each handshake to its own session: the endpoint's user properties are shared by all handshakes of an endpoint.
 *
 * <p>Threads: decided on the thread of the handshake, read on whichever thread opens the socket.
 */
final class Handshake implements Principal {

    private static final ThreadLocal<@Nullable Handshake> ON_THIS_THREAD = new ThreadLocal<>();

    private final Admission admission;
    private final Attempt attempt;
    private final RejectModes modes;
    private volatile @Nullable Verdict verdict;
    private volatile @Nullable Upgrade upgrade;

    Handshake(Admission admission, Attempt attempt, RejectModes modes) {
        this.admission = admission;
        this.attempt = attempt;
        this.modes = modes;
    }

    static @Nullable Handshake onThisThread() {
        return ON_THIS_THREAD.get();
    }

    void bindToThisThread() {
        ON_THIS_THREAD.set(this);
    }

    static void unbindFromThisThread() {
        ON_THIS_THREAD.remove();
    }

    /** Whether the handshake may go on. Decides once, however often the container asks. */
    boolean mayGoOn() {
        if (verdict == null) {
            verdict = admission.decide(attempt);
        }
        return !isRefused();
    }

    /** Whether the answer has to be a refusal. At some doors it is a socket that is closed at once. */
    boolean isRefused() {
        return verdict instanceof Verdict.Refused refused && !modes.closes(attempt.door(), refused);
    }

    void upgraded(Upgrade seen) {
        upgrade = seen;
    }

    /** What was seen of the upgrade; null when nothing was. */
    @Nullable Upgrade upgrade() {
        return upgrade;
    }

    Attempt attempt() {
        return attempt;
    }

    /** What was decided, or null when the request has not got that far. */
    @Nullable Verdict verdict() {
        return verdict;
    }

    /** The address, which is all we know of a client before it is admitted, and no secret. */
    @Override
    public String getName() {
        return verdict instanceof Verdict.Admitted admitted
                ? admitted.who().id()
                : attempt.address().text();
    }

    @Override
    public String toString() {
        return "Handshake of " + getName();
    }
}
