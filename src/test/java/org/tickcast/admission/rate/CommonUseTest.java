package org.tickcast.admission.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.ClientAddress;
import org.tickcast.cluster.LocalBus;
import org.tickcast.cluster.NodeId;
import org.tickcast.testing.LogRecorder;

/** Two nodes on one bus, and those who would rather be counted by each of them. */
class CommonUseTest {

    private static final MessageLimits LIMITS = new MessageLimits(10, 100);
    private static final ConnectRateLimits TWO_A_MINUTE = new ConnectRateLimits(2, 0, 100);
    private static final ClientAddress HERE = new ClientAddress("192.0.2.1");

    private final LocalBus bus = new LocalBus();
    private final SettableNanos clock = new SettableNanos();
    private final CommonUse left = joined("left");
    private final CommonUse right = joined("right");
    private final MessageRate there = new MessageRate(100, clock, right);
    private final MessageRate here = new MessageRate(100, clock, left);

    @Test
    void what_was_used_on_one_node_is_used_up_on_the_other_once_it_is_told() {
        assertThat(allowed(here, 7)).isEqualTo(7);
        left.tell();

        assertThat(allowed(there, 10)).isEqualTo(3);
    }

    @Test
    void what_both_allowed_before_they_told_each_other_is_owed() {
        assertThat(allowed(here, 20)).isEqualTo(10);
        assertThat(allowed(there, 20)).isEqualTo(10);
        left.tell();
        right.tell();

        clock.advance(Duration.ofSeconds(1));
        assertThat(allowed(here, 20) + allowed(there, 20)).isZero();
    }

    @Test
    void over_a_longer_time_nobody_gets_more_from_two_nodes_than_from_one() {
        long allowed = 0;
        for (int quarter = 0; quarter < 4 * 600; quarter++) {
            allowed += allowed(here, 10) + allowed(there, 10);
            left.tell();
            right.tell();
            clock.advance(Duration.ofMillis(250));
        }

        assertThat(allowed).isBetween(900L, 10 * 100L + 100 + 20);
    }

    @Test
    void what_is_refused_is_not_used() {
        allowed(here, 50);
        left.tell();
        clock.advance(Duration.ofMinutes(1));

        assertThat(allowed(there, 50)).isEqualTo(10);
    }

    @Test
    void each_kind_is_counted_by_itself() {
        ConnectRate connects = new ConnectRate(TWO_A_MINUTE, clock, "connects", left);
        ConnectRate connectsThere = new ConnectRate(TWO_A_MINUTE, clock, "connects", right);
        ConnectRate tokensThere = new ConnectRate(TWO_A_MINUTE, clock, "token-requests", right);
        GuessRate guesses = new GuessRate(TWO_A_MINUTE, clock, left);
        GuessRate guessesThere = new GuessRate(TWO_A_MINUTE, clock, right);
        connects.attempt(HERE);
        connects.attempt(HERE);
        guesses.guessed(HERE);
        guesses.guessed(HERE);
        left.tell();

        assertThat(connectsThere.attempt(HERE)).isInstanceOf(RateAnswer.Exceeded.class);
        assertThat(tokensThere.attempt(HERE)).isInstanceOf(RateAnswer.Allowed.class);
        assertThat(guessesThere.objection(HERE)).isNotNull();
        assertThat(connectsThere.attempt(new ClientAddress("192.0.2.2"))).isInstanceOf(RateAnswer.Allowed.class);
    }

    @Test
    void nothing_is_told_by_a_node_that_is_alone_and_afterwards_nothing_of_that_time() {
        List<String> told = new ArrayList<>();
        bus.subscribe(CommonUse.TOPIC, told::add);
        allowed(here, 1);
        left.alone();
        allowed(here, 1);
        left.tell();
        left.together();
        left.tell();

        assertThat(told).isEmpty();
    }

    @Test
    void many_who_have_used_something_are_told_of_in_several_messages() {
        List<String> told = new ArrayList<>();
        bus.subscribe(CommonUse.TOPIC, told::add);
        for (int i = 0; i < 250; i++) {
            here.message("user " + i, LIMITS);
        }
        left.tell();

        assertThat(told).hasSize(3).noneMatch(message -> message.contains("\n"));
        assertThat(there.trackedUsers()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "{\"node\":\"x\",\"used\":[7]}",
                "{\"node\":\"x\",\"used\":[{\"kind\":\"messages\",\"key\":\"ann\",\"count\":1,\"rates\":[]}]}",
                "{\"node\":\"x\",\"used\":[{\"kind\":\"messages\",\"key\":\"ann\",\"count\":0,"
                        + "\"rates\":[{\"most\":1,\"millis\":1000,\"evenly\":true}]}]}",
                "{\"node\":\"x\",\"used\":[{\"kind\":\"messages\",\"key\":\"ann\",\"count\":1,"
                        + "\"rates\":[{\"most\":1,\"millis\":86400001,\"evenly\":true}]}]}",
            })
    void what_makes_no_sense_changes_nothing_and_is_said_once(String message) {
        try (LogRecorder log = new LogRecorder(CommonUse.class)) {
            bus.publish(CommonUse.TOPIC, message);
            bus.publish(CommonUse.TOPIC, message);

            assertThat(log.records()).hasSize(2);
        }
        assertThat(here.trackedUsers()).isZero();
        assertThat(allowed(here, 20)).isEqualTo(10);
    }

    private CommonUse joined(String name) {
        CommonUse use = new CommonUse(bus, new NodeId(name));
        use.join();
        use.together();
        return use;
    }

    private static int allowed(MessageRate rate, int times) {
        int allowed = 0;
        for (int i = 0; i < times; i++) {
            allowed += rate.message("ann", LIMITS) instanceof RateAnswer.Allowed ? 1 : 0;
        }
        return allowed;
    }
}
