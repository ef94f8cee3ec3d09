package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Revocations;
import org.tickcast.cluster.LocalBus;
import org.tickcast.socket.Drain;
import org.tickcast.socket.SampleClients;
import org.tickcast.testing.FakeSession;
import org.tickcast.testing.LogRecorder;
import org.tickcast.testing.SettableClock;

/** An operator has everybody let go once, whoever asks is told how far it is, and the server says that it is not ready. */
class DrainDeskTest {

    private static final ClientIdentity OPERATOR = new ClientIdentity("root", new ClientAddress("192.0.2.9"), null);

    private final SampleClients sample = new SampleClients(new SettableClock(TEN));
    private final List<String> record = new ArrayList<>();
    private final OperatorListener listener = new OperatorListener() {
        @Override
        public void drainBegun(ClientIdentity operator, int clients) {
            record.add(operator.id() + " lets " + clients + " go");
        }
    };
    private final LogRecorder log = new LogRecorder(Drain.class);
    private final Drain drain = sample.drain();
    private final Orders orders =
            new Orders(new LocalBus(), new Revocations(), kick -> 0, () -> record.add("all servers are told"));
    private final DrainDesk desk = new DrainDesk(drain, listener, orders);

    @AfterEach
    void stopRecording() {
        log.close();
    }

    @Test
    void to_ask_how_it_stands_begins_nothing() {
        sample.comes("one", "");

        assertThat(desk.state()).isEqualTo(new DrainDesk.Answer(false, 1));
        assertThat(drain.isDraining()).isFalse();
        assertThat(record).isEmpty();
    }

    @Test
    void it_begins_once_and_is_put_on_record_once_however_often_it_is_asked_for() {
        FakeSession one = sample.comes("one", "");
        sample.comes("two", "");

        assertThat(desk.begin(OPERATOR)).isEqualTo(new DrainDesk.Answer(true, 2));
        assertThat(desk.begin(OPERATOR)).isEqualTo(new DrainDesk.Answer(true, 2));
        drain.step();

        assertThat(desk.state()).isEqualTo(new DrainDesk.Answer(true, 2));
        assertThat(one.closeCodes()).containsExactly(1012);
        assertThat(record).containsExactly("root lets 2 go");
    }

    @Test
    void all_servers_can_be_told_and_that_is_put_on_record_each_time() {
        sample.comes("one", "");
        orders.start();
        desk.begin(OPERATOR);

        assertThat(desk.beginEverywhere(OPERATOR)).isEqualTo(new DrainDesk.Answer(true, 1));

        assertThat(record).containsExactly("root lets 1 go", "root lets 1 go", "all servers are told");
        orders.close();
    }

    @Test
    void a_server_is_ready_until_it_lets_everybody_go_and_says_why_it_is_not() {
        sample.comes("one", "");
        HealthCheckResponse before = DrainReadiness.response(desk.state());

        desk.begin(OPERATOR);

        assertThat(before.getStatus()).isEqualTo(Status.UP);
        assertThat(before.getData()).hasValue(Map.of("draining", false, "clients", 1));
        HealthCheckResponse after = DrainReadiness.response(desk.state());
        assertThat(after.getName()).isEqualTo(before.getName()).isEqualTo("taking-clients");
        assertThat(after.getStatus()).isEqualTo(Status.DOWN);
        assertThat(after.getData())
                .hasValue(Map.of(
                        "draining",
                        true,
                        "clients",
                        1,
                        "reason",
                        "The server takes nobody in and lets its clients go"));
    }
}
