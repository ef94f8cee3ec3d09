package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client says it has: read to the letter, and bounded. */
class SinceTest {

    @Test
    void an_epoch_and_a_version() {
        assertThat(Since.parse("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed:1204"))
                .isEqualTo(new Since.Seen("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", 1204));
    }

    @Test
    void nothing_is_nothing() {
        assertThat(Since.parse(null)).isEqualTo(Since.NOTHING);
    }

    @Test
    void the_largest_that_fits() {
        assertThat(Since.parse("e".repeat(64) + ":" + "9".repeat(18)))
                .isEqualTo(new Since.Seen("e".repeat(64), 999_999_999_999_999_999L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "epoch",
                "epoch:",
                ":5",
                "epoch:-1",
                "epoch:+1",
                "epoch:1.5",
                "epoch:007",
                "epoch:1e3",
                "epoch:1 ",
                " epoch:1",
                "a:b:1",
                "epoch:9999999999999999999",
                "époque:1",
                "epoch:1\n",
                "epoch:١"
            })
    void anything_else_is_malformed(String parameter) {
        assertThat(Since.parse(parameter)).isEqualTo(new Since.Malformed());
    }

    @Test
    void an_epoch_that_is_too_long_is_malformed() {
        assertThat(Since.parse("e".repeat(65) + ":1")).isEqualTo(new Since.Malformed());
    }
}
