package org.tickcast.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.Admission;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Arrival;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.Credential;
import org.tickcast.admission.LeaseBook;
import org.tickcast.testing.FakeSession;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;

/** A socket that ends while it opens leaves nothing behind: no place, and nobody who is sent frames. */
class SocketLifecycleTest {

    private final SettableClock clock = new SettableClock(TEN);
    private final SampleClients sample = new SampleClients(clock);
    private final OpenSockets sockets = sample.sockets;
    private final SocketLifecycle lifecycle = sample.lifecycle;
    private final LeaseBook leases =
            new LeaseBook(new AdmissionLimits(1, 1, Duration.ofSeconds(10)), SampleClients.PLANS, clock);
    private final Admission admission = new Admission(List.of(), sample.identity, leases, AdmissionListener.NONE);
    private final FakeSession session = new FakeSession("one", admitted());

    @Test
    void who_stays_gets_frames_and_keeps_his_place() {
        lifecycle.opened(sample.clients.of(Channel.MARKET), session.session());
        sample.broadcaster.tick(0);

        assertThat(session.sent()).hasSize(1);
        assertThat(admitted().mayGoOn()).isFalse();
    }

    @Test
    void a_session_that_cannot_be_sent_to_any_more_gives_its_place_back() {
        session.meanwhile("getAsyncRemote", () -> {
            throw new IllegalStateException("closed");
        });

        lifecycle.opened(sample.clients.of(Channel.MARKET), session.session());

        assertThat(session.closeCodes()).containsExactly(1011);
        assertNothingIsLeft();
    }

    @Test
    void a_class_that_cannot_be_loaded_any_more_costs_no_place() {
        session.meanwhile("getAsyncRemote", () -> {
            throw new NoClassDefFoundError("undeployed");
        });

        lifecycle.opened(sample.clients.of(Channel.MARKET), session.session());

        assertThat(session.closeCodes()).containsExactly(1011);
        assertNothingIsLeft();
    }

    @Test
    void any_other_error_is_passed_on_and_costs_no_place_either() {
        session.meanwhile("setMaxTextMessageBufferSize", () -> {
            throw new AssertionError("nobody expects it");
        });

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> lifecycle.opened(sample.clients.of(Channel.MARKET), session.session()));

        assertNothingIsLeft();
    }

    @Test
    void who_ends_before_he_joins_is_not_in_the_audience() {
        session.meanwhile("setMaxBinaryMessageBufferSize", () -> lifecycle.ended(session.session(), 1001));

        lifecycle.opened(sample.clients.of(Channel.MARKET), session.session());

        assertNothingIsLeft();
    }

    @Test
    void who_comes_while_everybody_is_sent_away_is_not_in_the_audience() {
        sockets.closeAll(CloseCode.GOING_AWAY);

        lifecycle.opened(sample.clients.of(Channel.MARKET), session.session());

        assertThat(session.closeCodes()).containsExactly(1001);
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        sample.broadcaster.tick(0);
        assertThat(session.sent()).isEmpty();
        assertThat(sockets.find("one")).isNull();
        assertThat(admitted().mayGoOn()).as("the one place there is").isTrue();
    }

    /** Somebody who has come as far as the open socket, if there was a place. */
    private Handshake admitted() {
        Attempt attempt = new Attempt(
                new Arrival(new ClientAddress("192.0.2.1"), false, "tickcast.example"),
                "market",
                List.of("http://tickcast.example"),
                new Credential.Nothing());
        Handshake handshake = new Handshake(admission, attempt, new RejectModes(Set.of()));
        handshake.mayGoOn();
        return handshake;
    }
}
