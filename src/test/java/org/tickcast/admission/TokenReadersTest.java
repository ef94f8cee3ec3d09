package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickcast.wire.CloseCode;

/** Whoever knows a token first decides. */
class TokenReadersTest {

    private static final TokenReading UNKNOWN = new TokenReading.Unknown();
    private static final TokenReading INVALID = TokenReading.Rejected.forGood(CloseCode.TOKEN_INVALID);
    private static final TokenReading EXPIRED = TokenReading.Rejected.forGood(CloseCode.TOKEN_EXPIRED);

    @Test
    void the_next_is_asked_when_one_does_not_know_it() {
        TokenReaders readers = new TokenReaders(List.of(token -> UNKNOWN, token -> EXPIRED, token -> UNKNOWN));

        assertThat(readers.read("x")).isEqualTo(EXPIRED);
    }

    @Test
    void nobody_is_asked_after_a_refusal() {
        TokenReaders readers = new TokenReaders(List.of(token -> INVALID, token -> {
            throw new AssertionError("asked");
        }));

        assertThat(readers.read("x")).isEqualTo(INVALID);
    }

    @Test
    void what_nobody_knows_is_not_valid() {
        assertThat(new TokenReaders(List.of(token -> UNKNOWN)).read("x")).isEqualTo(INVALID);
        assertThat(new TokenReaders(List.of()).read("x")).isEqualTo(INVALID);
    }
}
