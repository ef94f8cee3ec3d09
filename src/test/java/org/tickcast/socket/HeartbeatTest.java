package org.tickcast.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.Admission;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Arrival;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.Connection;
import org.tickcast.admission.Credential;
import org.tickcast.admission.LeaseBook;
import org.tickcast.admission.Verdict;
import org.tickcast.socket.line.SignOfLife;
import org.tickcast.testing.FakeSession;
import org.tickcast.testing.ScriptedLine;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.Channel;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Door;
import org.tickcast.wire.TextMessage;
import org.tickcast.wire.WireCodec;

/** One round a second over all sockets. The server's own delays are nobody's fault. */
class HeartbeatTest {

    private static final HeartbeatLimits LIMITS = new HeartbeatLimits(
            Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(30));

    private final SettableClock clock = new SettableClock(TEN);
    private final List<String> heard = new ArrayList<>();
    private final SampleClients sample = new SampleClients(clock, LIMITS, new AdmissionListener() {
        @Override
        public void closed(Connection connection, int code, @Nullable CloseCode reason) {
            heard.add(code + (reason == null ? "" : " " + reason.id()));
        }
    });
    private final Heartbeat heartbeat = new Heartbeat(sample.sockets, sample.lifecycle, LIMITS, sample.sweepClock);
    private final FakeSession session = new FakeSession("one");
    private final ScriptedLine line = new ScriptedLine();
    private final SocketSender sender =
            new SocketSender(line, new FanOut(Runnable::run, 1), SocketListener.Tally.NONE, () -> {});
    private final OpenSocket socket = open();
    private long second = -5;

    HeartbeatTest() {
        pass(1);
    }

    @Test
    void who_is_quiet_is_pinged_and_sent_away_when_no_answer_comes() {
        pass(20);
        assertThat(line.signs()).containsExactly(SignOfLife.PING);
        pass(9);
        assertThat(session.closeCodes()).isEmpty();
        pass(1);

        assertThat(session.closeCodes()).containsExactly(4100);
    }

    @Test
    void who_answers_stays() {
        for (int ping = 1; ping <= 5; ping++) {
            pass(ping == 1 ? 20 : 21);
            assertThat(line.signs()).filteredOn(SignOfLife.PING::equals).hasSize(ping);
            sample.lifecycle.heardPong(session.session());
        }

        assertThat(session.closeCodes()).isEmpty();
    }

    @Test
    void a_server_that_stood_still_blames_nobody() {
        pass(20);

        second += 600;
        pass(1);

        assertThat(session.closeCodes()).isEmpty();
        sample.lifecycle.heardPong(session.session());
        pass(15);
        assertThat(session.closeCodes()).isEmpty();
    }

    @Test
    void a_frame_that_does_not_leave_closes_its_client_without_a_goodbye() {
        sender.send(new TextMessage("too much"), () -> {});

        pass(10);
        assertThat(session.closeCodes()).isEmpty();
        pass(1);

        assertThat(session.closeCodes()).containsExactly(4008);
        assertThat(line.sent()).containsExactly("too much");
    }

    @Test
    void a_socket_that_does_not_end_after_its_close_is_cut_and_its_place_given_back() {
        socket.close(CloseCode.TOKEN_EXPIRED);

        pass(10);
        assertThat(line.cuts()).isZero();
        assertThat(sample.sockets.count()).isEqualTo(1);
        pass(1);

        assertThat(line.cuts()).isEqualTo(1);
        assertThat(sample.sockets.count()).isZero();
        assertThat(heard).containsExactly("4003 token-expired");
    }

    @Test
    void a_connection_whose_socket_has_ended_is_cut_some_time_later() {
        sample.lifecycle.ended(session.session(), 1001);

        pass(9);
        assertThat(line.cuts()).isZero();
        pass(1);

        assertThat(line.cuts()).isEqualTo(1);
        pass(100);
        assertThat(line.cuts()).isEqualTo(1);
    }

    @Test
    void who_pings_and_pings_and_reads_no_answer_is_sent_away() {
        line.setPongsWaiting(HeartbeatLimits.MOST_PONGS_WAITING);
        pass(1);
        assertThat(session.closeCodes()).isEmpty();

        line.setPongsWaiting(HeartbeatLimits.MOST_PONGS_WAITING + 1);
        pass(1);

        assertThat(session.closeCodes()).containsOnly(4013);
    }

    @Test
    void plain_clients_hear_the_binary_ping_that_was_set() {
        for (int i = 0; i < 3; i++) {
            pass(10);
            sample.lifecycle.heardPong(session.session());
        }

        assertThat(line.signs()).contains(SignOfLife.BINARY);
    }

    /** Lets so many seconds pass, with a round in each. */
    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            second++;
            heartbeat.beat(TimeUnit.SECONDS.toNanos(second));
        }
    }

    private OpenSocket open() {
        LeaseBook leases = new LeaseBook(new AdmissionLimits(1, 1, Duration.ofSeconds(10)), SampleClients.PLANS, clock);
        Attempt attempt = new Attempt(
                new Arrival(new ClientAddress("192.0.2.1"), false, "tickcast.example"),
                "market",
                List.of("http://tickcast.example"),
                new Credential.Nothing());
        Verdict.Admitted admitted = (Verdict.Admitted)
                new Admission(List.of(), sample.identity, leases, AdmissionListener.NONE).decide(attempt);
        OpenSocket opened = new OpenSocket(
                session.session(),
                new Entry(Door.of(Channel.MARKET), ChannelClients.PLAIN, clock.instant()),
                admitted,
                sender,
                served -> new PlainClient(Channel.MARKET, sample.broadcaster, new WireCodec(), sender),
                new Pulse(LIMITS, 0),
                new RetryTimes(new Random(1), Duration.ZERO));
        sample.sockets.add(opened);
        return opened;
    }
}
