package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.tickcast.testing.SampleMarket.TEN;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Connection;
import org.tickcast.ops.ConnectionDesk.Answer;
import org.tickcast.socket.Connections;
import org.tickcast.socket.SampleClients;
import org.tickcast.testing.FakeSession;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.VersionedProtocol;

/** An operator sees who is connected, closes one and tells one something; whatever he does is put on record. */
class ConnectionDeskTest {

    private static final ClientIdentity OPERATOR = new ClientIdentity("root", new ClientAddress("192.0.2.9"), null);
    private static final String HELLO = "{\"message\":\"hello\"}";

    private final SettableClock clock = new SettableClock(TEN);
    private final SampleClients sample = new SampleClients(clock);
    private final List<String> record = new ArrayList<>();
    private final ConnectionDesk desk =
            new ConnectionDesk(new Connections(sample.sockets(), () -> 0), new Recorder(), clock);

    @Test
    void everybody_is_listed_once_however_small_the_pages() {
        sample.comes("one", "");
        sample.comes("two", "");
        sample.comes("three", "");

        Answer.Listed first = list(Map.of("limit", List.of("2")));
        Answer.Listed second = list(Map.of("limit", List.of("2"), "after", List.of("2")));

        assertThat(numbers(first)).containsExactly(1L, 2L);
        assertThat(first.total()).isEqualTo(3);
        assertThat(first.more()).isTrue();
        assertThat(ConnectionWords.of(first)).contains("\"next\":2", "\"total\":3");
        assertThat(numbers(second)).containsExactly(3L);
        assertThat(second.total()).isEqualTo(3);
        assertThat(ConnectionWords.of(second)).contains("\"next\":null");
        assertThat(record).containsExactly("root looks at connections", "root looks at connections");
    }

    @Test
    void what_is_not_clearly_asked_for_shows_nobody() {
        sample.comes("one", "");

        assertThat(desk.search(null, OPERATOR)).isEqualTo(new Answer.Refused(CloseCode.BAD_PARAMETER));
        assertThat(record).isEmpty();
    }

    @Test
    void one_is_shown_with_how_it_is_served() {
        sample.comes("one", VersionedProtocol.SUBPROTOCOL);

        String words = ConnectionWords.of((Answer.Seen) desk.look("1", OPERATOR));

        assertThat(words)
                .contains("\"id\":1", "\"user\":null", "\"kind\":\"anonymous\"", "\"address\":\"192.0.2.1\"")
                .contains("\"channel\":\"market\"", "\"protocol\":\"tickcast.v1\"", "\"since\":\"" + TEN + "\"")
                .contains("\"version\":null", "\"lag\":null", "\"pulse\":\"well\"", "\"closed_for\":null");
        assertThat(record).containsExactly("root looks at connection");
    }

    @Test
    void who_is_kicked_is_closed_for_good_and_put_on_record_once() {
        FakeSession one = sample.comes("one", "");
        FakeSession two = sample.comes("two", "");

        Answer first = desk.kick("1", OPERATOR);
        Answer second = desk.kick("1", OPERATOR);

        assertThat(List.of(first, second))
                .allSatisfy(answer -> assertThat(answer)
                        .asInstanceOf(type(Answer.Done.class))
                        .extracting(done -> done.connection().number())
                        .isEqualTo(1L));
        assertThat(one.closeCodes()).containsExactly(4020);
        assertThat(two.closeCodes()).isEmpty();
        assertThat(record).containsExactly("root kicks 1");
    }

    @Test
    void a_client_of_the_versioned_protocol_hears_what_it_is_told() {
        FakeSession one = sample.comes("one", VersionedProtocol.SUBPROTOCOL);
        sample.tick();

        Answer answer = desk.tell("1", bytes("{\"message\":\"We restart at six \\u2713\"}"), OPERATOR);

        assertThat(answer).isInstanceOf(Answer.Done.class);
        assertThat(one.sent())
                .last()
                .asString()
                .contains("\"type\":\"message\"", "\"from\":\"root\"", "\"message\":\"We restart at six \u2713\"");
        assertThat(record).containsExactly("root tells 1");
    }

    @Test
    void a_client_whose_protocol_has_no_words_is_told_nothing_and_the_operator_is() {
        FakeSession one = sample.comes("one", "");

        assertThat(desk.tell("1", bytes(HELLO), OPERATOR)).isEqualTo(new Answer.Refused(CloseCode.CANNOT_BE_TOLD));
        assertThat(one.sent()).isEmpty();
        assertThat(record).isEmpty();
    }

    @Test
    void who_is_on_his_way_out_is_told_nothing() {
        sample.comes("one", VersionedProtocol.SUBPROTOCOL);
        desk.kick("1", OPERATOR);

        assertThat(desk.tell("1", bytes(HELLO), OPERATOR)).isEqualTo(new Answer.Refused(CloseCode.NO_SUCH_CONNECTION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"message\":7}",
                "{\"message\":\" \"}",
                "{\"text\":\"hello\"}",
                "{\"message\":\"a\\u0000b\"}",
                "{\"message\":\"a\",\"message\":\"b\"}"
            })
    void what_is_no_message_is_not_told(String body) {
        sample.comes("one", VersionedProtocol.SUBPROTOCOL);

        assertThat(desk.tell("1", bytes(body), OPERATOR)).isEqualTo(new Answer.Refused(CloseCode.BAD_PARAMETER));
        assertThat(record).isEmpty();
    }

    @Test
    void a_message_may_be_so_long_and_no_longer() {
        sample.comes("one", VersionedProtocol.SUBPROTOCOL);
        String longest = "x".repeat(ConnectionDesk.LONGEST_MESSAGE);

        assertThat(desk.tell("1", bytes("{\"message\":\"" + longest + "\"}"), OPERATOR))
                .isInstanceOf(Answer.Done.class);
        assertThat(desk.tell("1", bytes("{\"message\":\"" + longest + "x\"}"), OPERATOR))
                .isEqualTo(new Answer.Refused(CloseCode.BAD_PARAMETER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "one", "1e0", "99999999999999999999"})
    void who_is_not_there_can_be_neither_seen_nor_kicked_nor_told(String id) {
        sample.comes("one", VersionedProtocol.SUBPROTOCOL);
        Answer nobody = new Answer.Refused(CloseCode.NO_SUCH_CONNECTION);

        assertThat(desk.look(id, OPERATOR)).isEqualTo(nobody);
        assertThat(desk.kick(id, OPERATOR)).isEqualTo(nobody);
        assertThat(desk.tell(id, bytes(HELLO), OPERATOR)).isEqualTo(nobody);
        assertThat(record).isEmpty();
    }

    private Answer.Listed list(Map<String, List<String>> parameters) {
        return (Answer.Listed) desk.search(ConnectionSearch.read(parameters), OPERATOR);
    }

    private static List<Long> numbers(Answer.Listed listed) {
        return listed.page().stream()
                .map(socket -> socket.connection().number())
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final class Recorder implements OperatorListener {

        @Override
        public void kicked(ClientIdentity operator, Connection connection) {
            record.add(operator.id() + " kicks " + connection.number());
        }

        @Override
        public void told(ClientIdentity operator, Connection connection) {
            record.add(operator.id() + " tells " + connection.number());
        }

        @Override
        public void looked(ClientIdentity operator, String what) {
            record.add(operator.id() + " looks at " + what);
        }
    }
}
