package org.tickcast.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Connection;
import org.tickcast.admission.DrainCheck;
import org.tickcast.testing.FakeSession;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.VersionedProtocol;

/** The door is shut, everybody is let go in turn, and who does not go is cut off. */
class DrainTest {

    private static final String PLAIN = "";
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final DrainLimits TWO_A_SECOND = new DrainLimits(2, PAUSE, Duration.ofSeconds(5));

    private final List<String> ends = new ArrayList<>();
    private final AdmissionListener listener = new AdmissionListener() {
        @Override
        public void closed(Connection connection, int code, @Nullable CloseCode ours) {
            ends.add(code + " " + ours);
        }
    };
    private final SampleClients sample = new SampleClients(new SettableClock(TEN), HeartbeatLimits.DEFAULTS, listener);
    private final DrainCheck door = new DrainCheck();
    private final LogRecorder log = new LogRecorder(Drain.class);
    private long nanos = -1;
    private final Drain drain =
            new Drain(door, sample.sockets, sample.lifecycle, TWO_A_SECOND, () -> nanos, this::pass);

    @AfterEach
    void stopRecording() {
        log.close();
    }

    @Test
    void until_it_has_begun_nobody_is_let_go() {
        FakeSession client = sample.comes("one", PLAIN);

        drain.step();

        assertThat(drain.isDraining()).isFalse();
        assertThat(door.isDraining()).isFalse();
        assertThat(client.closeCodes()).isEmpty();
    }

    @Test
    void the_door_is_shut_at_once_and_clients_are_let_go_in_batches() {
        List<FakeSession> clients = List.of(politely("a"), politely("b"), politely("c"), politely("d"), politely("e"));

        assertThat(drain.begin(CloseCode.DRAINING)).isTrue();

        assertThat(door.isDraining()).isTrue();
        assertThat(leftAfterEachStep(4)).containsExactly(3, 1, 0, 0);
        assertThat(clients).allSatisfy(client -> assertThat(client.closeCodes()).containsExactly(1012));
        assertThat(log.lines())
                .containsExactly(
                        "INFO Nobody is let in any more; clients to be let go: 5", "INFO All clients are gone");
    }

    @Test
    void who_was_let_go_and_has_not_left_yet_costs_nobody_his_turn() {
        List<FakeSession> clients =
                List.of(sample.comes("a", PLAIN), sample.comes("b", PLAIN), sample.comes("c", PLAIN));
        drain.begin(CloseCode.DRAINING);

        drain.step();
        assertThat(clients.stream().filter(client -> !client.closeCodes().isEmpty()))
                .hasSize(2);
        drain.step();

        assertThat(clients).allSatisfy(client -> assertThat(client.closeCodes()).containsExactly(1012));
        assertThat(drain.left()).isEqualTo(3);
    }

    @Test
    void a_client_of_the_versioned_protocol_is_told_when_to_come_back() {
        FakeSession client = sample.comes("one", VersionedProtocol.SUBPROTOCOL);
        drain.begin(CloseCode.DRAINING);

        drain.step();

        assertThat(client.sent())
                .singleElement()
                .asString()
                .contains("\"type\":\"bye\"", "\"code\":1012", "\"reason\":\"draining\"", "\"retry_after_ms\":0");
        assertThat(client.closeCodes()).containsExactly(1012);
    }

    @Test
    void whoever_is_not_let_go_yet_is_sent_frames_as_ever() {
        List<FakeSession> clients =
                List.of(sample.comes("a", PLAIN), sample.comes("b", PLAIN), sample.comes("c", PLAIN));
        drain.begin(CloseCode.DRAINING);
        drain.step();

        sample.broadcaster.tick(0);

        assertThat(clients.stream().filter(client -> client.closeCodes().isEmpty()))
                .singleElement()
                .satisfies(client -> assertThat(client.sent()).hasSize(1));
    }

    @Test
    void who_comes_in_late_is_let_go_too() {
        politely("early");
        drain.begin(CloseCode.DRAINING);
        drain.step();
        FakeSession late = politely("late");

        drain.step();

        assertThat(late.closeCodes()).containsExactly(1012);
        assertThat(drain.left()).isZero();
    }

    @Test
    void who_is_still_there_after_the_deadline_is_cut_off() {
        FakeSession deaf = sample.comes("deaf", PLAIN);
        drain.begin(CloseCode.DRAINING);
        drain.step();
        pass(TWO_A_SECOND.deadline().minusNanos(1));
        drain.step();
        assertThat(drain.left()).isEqualTo(1);

        pass(Duration.ofNanos(1));
        drain.step();

        assertThat(drain.left()).isZero();
        assertThat(deaf.closeCodes()).startsWith(1012).hasSizeGreaterThan(1);
        assertThat(ends).containsExactly("1012 DRAINING");
        assertThat(log.lines())
                .contains("WARNING Clients that have not gone in PT5S and are cut off: 1")
                .last()
                .isEqualTo("INFO All clients are gone");
    }

    @Test
    void whose_turn_has_not_come_before_the_deadline_is_cut_off_for_the_same_reason() {
        sample.comes("a", PLAIN);
        sample.comes("b", PLAIN);
        sample.comes("c", PLAIN);
        drain.begin(CloseCode.GOING_AWAY);
        pass(TWO_A_SECOND.deadline());

        drain.step();

        assertThat(drain.left()).isZero();
        assertThat(ends).containsExactly("1001 GOING_AWAY", "1001 GOING_AWAY", "1001 GOING_AWAY");
    }

    @Test
    void to_begin_again_changes_neither_the_reason_nor_the_deadline() {
        sample.comes("deaf", PLAIN);
        drain.begin(CloseCode.DRAINING);
        pass(TWO_A_SECOND.deadline());

        assertThat(drain.begin(CloseCode.GOING_AWAY)).isFalse();
        drain.step();

        assertThat(ends).containsExactly("1012 DRAINING");
        assertThat(log.lines().stream().filter(line -> line.contains("Nobody is let in")))
                .hasSize(1);
    }

    @Test
    void to_finish_takes_as_many_steps_as_it_needs_and_waits_in_between() {
        politely("a");
        politely("b");
        politely("c");
        drain.begin(CloseCode.GOING_AWAY);

        drain.finish();

        assertThat(drain.left()).isZero();
        assertThat(nanos).as("one pause").isEqualTo(-1 + PAUSE.toNanos());
        assertThat(log.lines()).last().isEqualTo("INFO All clients are gone");
    }

    @Test
    void to_finish_waits_for_who_does_not_go_until_the_deadline_and_no_longer() {
        sample.comes("deaf", PLAIN);
        drain.begin(CloseCode.GOING_AWAY);

        drain.finish();

        assertThat(drain.left()).isZero();
        assertThat(nanos).isEqualTo(-1 + TWO_A_SECOND.deadline().toNanos());
    }

    @Test
    void with_nobody_there_it_is_over_at_once() {
        drain.begin(CloseCode.GOING_AWAY);

        drain.finish();

        assertThat(nanos).as("no pause").isEqualTo(-1);
    }

    /** A client that goes when it is told to. */
    private FakeSession politely(String id) {
        FakeSession client = sample.comes(id, PLAIN);
        client.meanwhile("close", () -> sample.lifecycle.ended(client.session(), 1012));
        return client;
    }

    private List<Integer> leftAfterEachStep(int steps) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            drain.step();
            left.add(drain.left());
        }
        return left;
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
