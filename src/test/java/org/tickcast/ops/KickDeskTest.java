package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Revocations;
import org.tickcast.cluster.LocalBus;
import org.tickcast.ops.KickDesk.Answer;
import org.tickcast.ops.KickDesk.Others;
import org.tickcast.socket.Connections;
import org.tickcast.socket.SampleClients;
import org.tickcast.testing.FakeSession;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.CloseCode;

/** An operator has a user go: from here, from the other servers, and once. */
class KickDeskTest {

    private static final ClientIdentity OPERATOR = new ClientIdentity("root", new ClientAddress("192.0.2.9"), null);

    private final SettableClock clock = new SettableClock(TEN);
    private final SampleClients here = new SampleClients(clock);
    private final SampleClients there = new SampleClients(clock);
    private final LocalBus bus = new LocalBus();
    private final List<String> record = new ArrayList<>();
    private final KickDesk desk = new KickDesk(server(here), () -> Others.TOLD, new Recorder(), clock);

    @Test
    void all_connections_of_the_user_are_closed_on_all_servers_and_nobody_elses() {
        server(there);
        List<FakeSession> hers = List.of(here.comesAs("lan", "1"), here.comesAs("lan", "2"), there.comesAs("lan", "3"));
        List<FakeSession> others = List.of(here.comesAs("lan2", "4"), there.comesAs("Lan", "5"), here.comes("6", ""));

        assertThat(kick("lan")).isEqualTo(new Answer.Done("lan", 2, Others.TOLD));

        assertThat(hers).allSatisfy(session -> assertThat(session.closeCodes()).containsExactly(4020));
        assertThat(others)
                .allSatisfy(session -> assertThat(session.closeCodes()).isEmpty());
        assertThat(record).containsExactly("root kicks lan, 2 times");
    }

    @Test
    void who_comes_back_may_stay_wherever_it_is_heard_late() {
        here.comesAs("lan", "1");
        kick("lan");
        clock.advance(Duration.ofMillis(1));
        FakeSession back = there.comesAs("lan", "2");

        server(there);
        bus.publish("operators", "kick " + TEN + " lan");

        assertThat(back.closeCodes()).isEmpty();
    }

    @Test
    void who_is_not_there_is_no_error() {
        assertThat(kick("nobody")).isEqualTo(new Answer.Done("nobody", 0, Others.TOLD));
        assertThat(record).containsExactly("root kicks nobody, 0 times");
    }

    @Test
    void who_is_on_his_way_out_is_counted_once() {
        here.comesAs("lan", "1");

        kick("lan");

        assertThat(kick("lan")).isEqualTo(new Answer.Done("lan", 0, Others.TOLD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"user\":7}", "{\"user\":\" \"}", "{\"name\":\"lan\"}", "{\"user\":\"a\\u0000b\"}"})
    void what_does_not_say_clearly_who_closes_nobody(String body) {
        FakeSession one = here.comesAs("lan", "1");

        assertThat(desk.kick(bytes(body), OPERATOR)).isEqualTo(new Answer.Refused(CloseCode.BAD_PARAMETER));
        assertThat(one.closeCodes()).isEmpty();
        assertThat(record).isEmpty();
    }

    private Answer kick(String user) {
        return desk.kick(bytes("{\"user\":\"" + user + "\"}"), OPERATOR);
    }

    /** From now on it hears what operators say. */
    private Orders server(SampleClients clients) {
        Connections connections = new Connections(clients.sockets(), () -> 0);
        Orders orders = new Orders(
                bus,
                new Revocations(),
                kick -> connections.close(
                        socket -> kick.concerns(socket.connection().who(), socket.since()), CloseCode.KICKED),
                () -> {});
        orders.start();
        return orders;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final class Recorder implements OperatorListener {

        @Override
        public void userKicked(ClientIdentity operator, String user, int closedHere) {
            record.add(operator.id() + " kicks " + user + ", " + closedHere + " times");
        }
    }
}
