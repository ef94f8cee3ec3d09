package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.Kick;
import org.tickcast.admission.Revocation;
import org.tickcast.admission.Revocations;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.LocalBus;
import org.tickcast.testing.LogRecorder;

/** What an operator says to one server is done by all. */
class OrdersTest {

    private static final String TOPIC = "operators";

    private static final List<Revocation> ALL = List.of(
            new Revocation.OfUser("lan nguyen", TEN),
            new Revocation.OfToken("id with blanks"),
            new Revocation.OfEverybody(TEN));

    private final LocalBus bus = new LocalBus();
    private final List<String> letGo = new ArrayList<>();
    private final List<String> kicked = new ArrayList<>();
    private final Revocations here = new Revocations();
    private final Revocations there = new Revocations();
    private final Orders asked = new Orders(bus, here, kick -> kicked("here", kick), () -> letGo.add("here"));
    private final Orders other = new Orders(bus, there, kick -> kicked("there", kick), () -> letGo.add("there"));
    private final LogRecorder log = new LogRecorder(Orders.class);

    @BeforeEach
    void both_hear() {
        asked.start();
        other.start();
    }

    @AfterEach
    void stopRecording() {
        asked.close();
        other.close();
        log.close();
    }

    @Test
    void what_is_revoked_on_one_is_revoked_on_all() {
        ALL.forEach(revocation -> assertThat(asked.revoke(revocation)).isTrue());

        assertThat(there.all()).containsExactlyInAnyOrderElementsOf(ALL);
        assertThat(here.all()).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void who_is_kicked_on_one_has_to_go_from_all_and_it_is_said_how_many_were_here() {
        assertThat(asked.kick(new Kick("lan nguyen", TEN))).isEqualTo(1);

        assertThat(kicked).contains("lan nguyen from here", "lan nguyen from there");
    }

    @Test
    void who_hears_of_a_kick_late_does_it_all_the_same() {
        learnt(List.of("kick " + TEN + " lan"));

        assertThat(kicked).containsExactly("lan from later");
    }

    @Test
    void all_let_go_whoever_was_asked() {
        other.letEverybodyGo();

        assertThat(letGo).containsExactlyInAnyOrder("here", "there");
    }

    @Test
    void who_comes_later_learns_what_is_revoked_and_forgets_nothing_for_it() {
        here.revoke(ALL.get(0));
        there.revoke(ALL.get(1));
        there.revoke(ALL.get(2));

        learnt(ears().get(1).known());

        assertThat(here.all()).containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void who_comes_later_does_not_let_go_whom_others_have_let_go() {
        learnt(List.of("let-everybody-go"));

        assertThat(letGo).isEmpty();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void what_is_no_order_is_skipped_and_said_once() {
        for (String text : List.of(
                "",
                "user",
                "user now lan",
                "user 2026-01-01T00:00:00Z ",
                "everybody 1",
                "x y",
                "kick now lan",
                "kick 2026-01-01T00:00:00Z")) {
            bus.publish(TOPIC, text);
        }

        assertThat(there.all()).isEmpty();
        assertThat(log.lines())
                .filteredOn(line -> line.contains("is none of ours, and is skipped"))
                .hasSize(2); // Both have heard it.
    }

    @Test
    void when_there_is_no_room_nobody_is_told() {
        for (int i = 0; i < Revocations.MOST_REVOCATIONS; i++) {
            here.revoke(new Revocation.OfToken(String.valueOf(i)));
        }

        assertThat(asked.revoke(ALL.get(0))).isFalse();
        assertThat(there.all()).isEmpty();
    }

    @Test
    void who_has_no_room_for_what_the_others_revoke_says_so() {
        for (int i = 0; i < Revocations.MOST_REVOCATIONS; i++) {
            there.revoke(new Revocation.OfToken(String.valueOf(i)));
        }

        asked.revoke(ALL.get(0));
        asked.revoke(ALL.get(1));

        assertThat(log.lines()).containsExactly("WARNING There is no room for what other servers have revoked");
    }

    /** What the servers here would tell one that comes later, and learn from one that was there before. */
    private List<Bus.Listener> ears() {
        List<Bus.Listener> ears = new ArrayList<>();
        Bus listening = new Bus() {
            @Override
            public void publish(String topic, String message) {
                throw new IllegalStateException("Nothing is said");
            }

            @Override
            public Subscription subscribe(String topic, Listener listener) {
                ears.add(listener);
                return () -> {};
            }
        };
        for (Revocations known : List.of(here, there)) {
            new Orders(listening, known, kick -> kicked("later", kick), () -> letGo.add("later")).start();
        }
        return ears;
    }

    private int kicked(String where, Kick kick) {
        assertThat(kick.until()).isEqualTo(TEN);
        kicked.add(kick.user() + " from " + where);
        return 1;
    }

    private void learnt(List<String> known) {
        ears().get(0).learn(known);
    }
}
