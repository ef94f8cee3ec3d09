package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.testing.LogRecorder;
import org.tickcast.wire.CloseCode;

/** An operator has loggers of ours tell more, while the server runs, and then as much as before. */
class LoggerDeskTest {

    private static final String SOME = "org.tickcast.nothing.real";
    private static final String BELOW = SOME + ".Below";
    private static final ClientIdentity OPERATOR = new ClientIdentity("root", new ClientAddress("192.0.2.9"), null);

    private final List<String> onRecord = new ArrayList<>();
    private final LoggerDesk desk = new LoggerDesk(new OperatorListener() {
        @Override
        public void loggerSet(ClientIdentity operator, String logger, String level) {
            onRecord.add(logger + " " + level);
        }
    });

    private final LogRecorder log = new LogRecorder(LoggerDesk.class);

    @AfterEach
    void takeBack() {
        log.close();
        desk.close();
    }

    @Test
    void a_logger_tells_more_at_once_and_so_do_those_below_it() {
        System.Logger below = System.getLogger(BELOW);
        assertThat(below.isLoggable(Level.DEBUG)).isFalse();

        assertThat(set(SOME, "FINE")).isEqualTo(new LoggerDesk.Answer.Tells(SOME, "FINE", "FINE"));

        assertThat(below.isLoggable(Level.DEBUG)).isTrue();
        assertThat(desk.state(BELOW)).isEqualTo(new LoggerDesk.Answer.Tells(BELOW, null, "FINE"));
        assertThat(onRecord).containsExactly(SOME + " FINE");
        assertThat(log.lines()).containsExactly("INFO The level of " + SOME + " and what is below is FINE now");
    }

    @Test
    void what_was_changed_twice_is_taken_back_to_what_it_was_at_first() {
        LoggerDesk.Answer before = desk.state(SOME);
        set(SOME, "FINE");
        set(SOME, "OFF");

        assertThat(set(SOME, "DEFAULT")).isEqualTo(before);
    }

    @Test
    void nothing_is_left_of_it_when_the_application_ends() {
        LoggerDesk.Answer before = desk.state(SOME);
        set(SOME, "ALL");

        desk.close();

        assertThat(desk.state(SOME)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"level\":\"LOUD\"}",
                "{\"level\":\"fine\"}",
                "{\"level\":\"300\"}",
                "{\"level\":\"\"}",
                "{\"level\":5}",
                "{\"grade\":\"FINE\"}",
                "{\"level\":\"FINE\",\"level\":\"OFF\"}",
                "FINE",
                ""
            })
    void a_level_that_there_is_not_changes_nothing(String written) {
        LoggerDesk.Answer before = desk.state(SOME);

        assertThat(desk.take(SOME, written.getBytes(StandardCharsets.UTF_8), OPERATOR))
                .isEqualTo(new LoggerDesk.Answer.Refused(CloseCode.BAD_PARAMETER));

        assertThat(desk.state(SOME)).isEqualTo(before);
        assertThat(onRecord).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "org", "tickcast.audit", "org.tickcaster", "org.tickcast.", "org.tickcast..a", "fish.payara"
            })
    void what_is_not_ours_or_is_no_name_is_not_there(String name) {
        LoggerDesk.Answer refused = new LoggerDesk.Answer.Refused(CloseCode.NO_SUCH_PATH);

        assertThat(desk.state(name)).isEqualTo(refused);
        assertThat(set(name, "ALL")).isEqualTo(refused);
        assertThat(onRecord).isEmpty();
    }

    @Test
    void so_many_may_be_changed_and_what_is_changed_already_again() {
        for (int i = 0; i < LoggerDesk.MOST_CHANGED; i++) {
            set(SOME + i, "FINE");
        }

        assertThat(set(SOME, "FINE")).isEqualTo(new LoggerDesk.Answer.Refused(CloseCode.BUSY));
        assertThat(set(SOME + 0, "FINER")).isInstanceOf(LoggerDesk.Answer.Tells.class);

        set(SOME + 0, "DEFAULT");

        assertThat(set(SOME, "FINE")).isInstanceOf(LoggerDesk.Answer.Tells.class);
    }

    private LoggerDesk.Answer set(String name, String level) {
        return desk.take(name, ("{\"level\":\"" + level + "\"}").getBytes(StandardCharsets.UTF_8), OPERATOR);
    }
}
