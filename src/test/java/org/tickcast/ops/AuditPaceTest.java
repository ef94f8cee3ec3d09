package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import org.junit.jupiter.api.Test;

/** However many addresses an attacker has, a minute of the log is not long. */
class AuditPaceTest {

    private final AuditPace pace = new AuditPace(TEN);

    @Test
    void the_first_ten_of_a_kind_are_told_and_the_rest_counted() {
        for (int i = 0; i < AuditPace.LINES_EACH; i++) {
            assertThat(pace.mayTell(from("a"))).isTrue();
        }

        assertThat(pace.mayTell(from("a"))).isFalse();
        assertThat(pace.mayTell(from("b"))).isTrue();
        assertThat(pace.endOfMinute(TEN.plus(AuditPace.MINUTE))).containsExactly(new AuditPace.HeldBack(from("a"), 1));
    }

    @Test
    void nothing_is_counted_twice_and_every_minute_begins_anew() {
        assertThat(pace.endOfMinute(TEN.plus(AuditPace.MINUTE).minusNanos(1))).isEmpty();
        for (int i = 0; i <= AuditPace.LINES_EACH; i++) {
            pace.mayTell(from("a"));
        }
        pace.endOfMinute(TEN.plus(AuditPace.MINUTE));

        assertThat(pace.mayTell(from("a"))).isTrue();
        assertThat(pace.endOfMinute(TEN.plus(AuditPace.MINUTE.multipliedBy(2)))).isEmpty();
    }

    @Test
    void beyond_a_thousand_kinds_further_ones_are_told_apart_by_reason_alone() {
        for (int i = 0; i < AuditPace.MOST_KINDS; i++) {
            assertThat(pace.mayTell(from("address " + i))).isTrue();
        }
        int told = 0;
        for (int i = 0; i < 100; i++) {
            told += pace.mayTell(from("another " + i)) ? 1 : 0;
        }

        assertThat(told).isEqualTo(AuditPace.LINES_EACH);
        assertThat(pace.endOfMinute(TEN.plus(AuditPace.MINUTE)))
                .containsExactly(new AuditPace.HeldBack(from("any").anywhere(), 90));
    }

    @Test
    void a_clock_that_is_set_back_does_not_silence_it() {
        for (int i = 0; i <= AuditPace.LINES_EACH; i++) {
            pace.mayTell(from("a"));
        }

        assertThat(pace.endOfMinute(TEN.minusSeconds(3600))).hasSize(1);
        assertThat(pace.mayTell(from("a"))).isTrue();
    }

    private static AuditPace.Kind from(String address) {
        return new AuditPace.Kind(AuditEvent.REFUSED, "token-invalid", address);
    }
}
