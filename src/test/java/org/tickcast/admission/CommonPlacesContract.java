package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.admission.Callers.HERE;
import static org.tickcast.admission.Callers.THERE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickcast.wire.CloseCode;

/** What places promise, whether one node gives them or two do together. */
abstract class CommonPlacesContract {

    static final AdmissionLimits LIMITS = new AdmissionLimits(6, 4, Duration.ofSeconds(10));
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int AT_ONCE = 20;

    /** One of the nodes. */
    abstract LeaseBook left();

    /** Another one, or the same. */
    abstract LeaseBook right();

    @Test
    void an_address_has_its_places_once_wherever_it_comes() {
        takes(left(), from(HERE), 2);
        takes(right(), from(HERE), 2);

        assertThat(reason(left().take(from(HERE)))).isEqualTo(CloseCode.ADDRESS_LIMIT);
        assertThat(reason(right().take(from(HERE)))).isEqualTo(CloseCode.ADDRESS_LIMIT);
        assertThat(reason(right().objection(from(HERE)))).isEqualTo(CloseCode.ADDRESS_LIMIT);
        assertThat(right().objection(from(THERE))).isNull();
    }

    @Test
    void a_user_has_what_the_plan_allows_once_wherever_he_comes_from_and_to() {
        ClientIdentity ann =
                Callers.claims("ann", Grants.PLAIN.withPlan("free")).bearerAt(HERE);
        ClientIdentity elsewhere =
                Callers.claims("ann", Grants.PLAIN.withPlan("free")).bearerAt(THERE);
        takes(left(), ann, 1);
        takes(right(), elsewhere, 1);

        assertThat(reason(right().take(ann))).isEqualTo(CloseCode.USER_LIMIT);
        assertThat(reason(left().take(elsewhere))).isEqualTo(CloseCode.USER_LIMIT);
        takes(left(), Callers.claims("bob", Grants.PLAIN).bearerAt(HERE), 1);
    }

    @Test
    void there_is_one_last_place() {
        takes(left(), from(HERE), 3);
        takes(right(), from(THERE), 3);

        assertThat(reason(left().take(from(new ClientAddress("192.0.2.3"))))).isEqualTo(CloseCode.SERVER_FULL);
        assertThat(reason(right().take(from(new ClientAddress("192.0.2.4"))))).isEqualTo(CloseCode.SERVER_FULL);
    }

    @Test
    void who_is_refused_has_taken_nothing_and_what_is_given_back_can_be_taken_elsewhere() {
        List<Lease> leases = takes(left(), from(HERE), 4);
        assertThat(reason(right().take(from(HERE)))).isEqualTo(CloseCode.ADDRESS_LIMIT);
        takes(right(), from(THERE), 2);

        leases.get(0).release();
        leases.get(0).release();

        until(() -> right().take(from(HERE)) instanceof Verdict.Admitted);
        assertThat(reason(left().take(from(HERE)))).isEqualTo(CloseCode.SERVER_FULL);
    }

    @Test
    void of_many_who_come_at_once_exactly_as_many_get_in_as_there_are_places() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<Callable<Verdict>> wishes = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            LeaseBook node = i % 2 == 0 ? left() : right();
            wishes.add(() -> node.take(from(HERE)));
        }

        int admitted = 0;
        for (Future<Verdict> wish : threads.invokeAll(wishes)) {
            admitted += wish.get() instanceof Verdict.Admitted ? 1 : 0;
        }
        threads.shutdown();

        assertThat(admitted).isEqualTo(4);
    }

    static ClientIdentity from(ClientAddress address) {
        return Callers.from(address);
    }

    static List<Lease> takes(LeaseBook book, ClientIdentity who, int places) {
        List<Lease> leases = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            Verdict verdict = book.take(who);
            assertThat(verdict).isInstanceOf(Verdict.Admitted.class);
            leases.add(((Verdict.Admitted) verdict).lease());
        }
        return leases;
    }

    static CloseCode reason(@Nullable Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            return refused.reason();
        }
        throw new AssertionError("Not refused: " + verdict);
    }

    /** What one node says reaches the other a moment later. */
    static void until(Callable<Boolean> so) {
        long end = System.nanoTime() + LONGEST.toNanos();
        try {
            while (!so.call()) {
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.onSpinWait();
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
