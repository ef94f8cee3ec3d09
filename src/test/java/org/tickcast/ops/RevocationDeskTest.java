package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.admission.Revocation;
import org.tickcast.admission.Revocations;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.CloseCode;

/** What an operator writes is done and put on record, or it is not clear and nothing is done. */
class RevocationDeskTest {

    private static final ClientIdentity OPERATOR = new ClientIdentity("root", new ClientAddress("192.0.2.9"), null);

    private final SettableClock clock = new SettableClock(TEN);
    private final Revocations revocations = new Revocations();
    private final List<String> record = new ArrayList<>();
    private final RevocationDesk desk = new RevocationDesk(
            revocations::revoke,
            new OperatorListener() {
                @Override
                public void revoked(ClientIdentity operator, Revocation revocation) {
                    record.add(operator.id() + ": " + revocation);
                }
            },
            clock);

    @Test
    void a_user_is_revoked_from_now_on() {
        assertThat(take("{\"user\":\"lan\"}"))
                .isEqualTo(new RevocationDesk.Answer.Done(new Revocation.OfUser("lan", TEN)));
        assertThat(record).containsExactly("root: " + new Revocation.OfUser("lan", TEN));
    }

    @Test
    void a_moment_may_be_a_little_ahead_for_no_two_clocks_are_the_same() {
        assertThat(take("{\"issued_before\":\"" + TEN.plus(RevocationRequest.AHEAD) + "\"}"))
                .isInstanceOf(RevocationDesk.Answer.Done.class);
        assertThat(take("{\"issued_before\":\""
                        + TEN.plus(RevocationRequest.AHEAD).plusNanos(1) + "\"}"))
                .isEqualTo(new RevocationDesk.Answer.Refused(CloseCode.BAD_PARAMETER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "\"user\"",
                "{}",
                "{\"user\":null}",
                "{\"user\":\" \"}",
                "{\"user\":\"a\\nb\"}",
                "{\"user\":[\"a\"]}",
                "{\"user\":{\"user\":\"a\"}}",
                "{\"user\":\"a\",\"user\":\"a\"}",
                "{\"user\":\"a\"}{\"user\":\"b\"}",
                "{\"user\":\"a\"} x",
                "{\"user\":\"a\"",
                "{\"User\":\"a\"}",
                "{\"token_id\":\"a\",\"issued_before\":\"2026-01-01T00:00:00Z\"}",
                "{\"issued_before\":\"2026-01-01\"}",
                "{\"issued_before\":1767225600}"
            })
    void what_is_not_clear_does_nothing(String written) {
        assertThat(take(written)).isEqualTo(new RevocationDesk.Answer.Refused(CloseCode.BAD_PARAMETER));
        assertThat(record).isEmpty();
    }

    @Test
    void what_is_long_or_no_UTF8_does_nothing_either() {
        assertThat(take("{\"user\":\"" + "u".repeat(129) + "\"}")).isInstanceOf(RevocationDesk.Answer.Refused.class);
        assertThat(take(" ".repeat(OnlyMember.MOST_BYTES) + "{\"user\":\"a\"}"))
                .isInstanceOf(RevocationDesk.Answer.Refused.class);
        assertThat(take("{\"user\":" + "[".repeat(4_000))).isInstanceOf(RevocationDesk.Answer.Refused.class);
        assertThat(desk.take("{\"user\":\"ă\"}".getBytes(StandardCharsets.UTF_16), OPERATOR))
                .isInstanceOf(RevocationDesk.Answer.Refused.class);
    }

    @Test
    void when_there_is_no_room_that_is_said_and_not_put_on_record() {
        for (int i = 0; i < Revocations.MOST_REVOCATIONS; i++) {
            revocations.revoke(new Revocation.OfToken(String.valueOf(i)));
        }

        assertThat(take("{\"user\":\"lan\"}")).isEqualTo(new RevocationDesk.Answer.Refused(CloseCode.REVOCATIONS_FULL));
        assertThat(record).isEmpty();
    }

    private RevocationDesk.Answer take(String written) {
        return desk.take(written.getBytes(StandardCharsets.UTF_8), OPERATOR);
    }
}
