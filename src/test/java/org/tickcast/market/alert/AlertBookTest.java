package org.tickcast.market.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.market.alert.AlertType.BASIS_DIVERGENCE;
import static org.tickcast.market.alert.AlertType.PRICE_BREAKOUT;
import static org.tickcast.market.alert.AlertType.VOLUME_SPIKE;
import static org.tickcast.market.alert.Signals.signal;
import static org.tickcast.testing.SampleMarket.FEBRUARY;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.VNM;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.market.Symbol;

/** The alerts of the day: what is not said again, what is kept, and how it is asked for. */
class AlertBookTest {

    private final AlertBook book = new AlertBook(AlertLimits.DEFAULTS, new Random(7));

    @ParameterizedTest
    @CsvSource({"0, false", "59999, false", "60000, true", "61000, true", "-59999, false", "-60000, true"})
    void the_same_is_not_said_again_for_a_minute(long millis, boolean said) {
        note(VOLUME_SPIKE, FPT, 0);

        assertThat(note(VOLUME_SPIKE, FPT, millis) != null).isEqualTo(said);
    }

    @Test
    void another_symbol_or_another_type_is_not_the_same() {
        note(VOLUME_SPIKE, FPT, 0);

        assertThat(note(VOLUME_SPIKE, VNM, 0)).isNotNull();
        assertThat(note(PRICE_BREAKOUT, FPT, 0)).isNotNull();
    }

    @Test
    void what_goes_on_is_said_once_a_minute() {
        long said = 0;

        for (int second = 0; second < 180; second++) {
            said += note(PRICE_BREAKOUT, FPT, 1_000L * second) == null ? 0 : 1;
        }

        assertThat(said).isEqualTo(3);
    }

    @Test
    void a_minute_counts_for_each_even_when_their_times_are_out_of_order() {
        note(VOLUME_SPIKE, FPT, 30_000);
        note(VOLUME_SPIKE, VNM, 0);

        assertThat(note(VOLUME_SPIKE, VNM, 60_000)).isNotNull();
        assertThat(note(VOLUME_SPIKE, FPT, 60_000)).isNull();
    }

    @Test
    void the_newest_stand_first() {
        note(VOLUME_SPIKE, FPT, 0);
        note(PRICE_BREAKOUT, FPT, 1_000);
        note(BASIS_DIVERGENCE, FEBRUARY, 2_000);

        assertThat(book.latest(10, null, null))
                .extracting(Alert::type)
                .containsExactly(BASIS_DIVERGENCE, PRICE_BREAKOUT, VOLUME_SPIKE);
        assertThat(book.latest(2, null, null))
                .extracting(Alert::type)
                .containsExactly(BASIS_DIVERGENCE, PRICE_BREAKOUT);
    }

    @Test
    void they_can_be_asked_for_by_type_and_severity() {
        note(VOLUME_SPIKE, FPT, 0);
        note(VOLUME_SPIKE, VNM, 0);
        note(PRICE_BREAKOUT, FPT, 0);

        assertThat(book.latest(10, VOLUME_SPIKE, null))
                .extracting(Alert::symbol)
                .containsExactly(VNM, FPT);
        assertThat(book.latest(1, VOLUME_SPIKE, null)).extracting(Alert::symbol).containsExactly(VNM);
        assertThat(book.latest(10, null, AlertSeverity.CRITICAL))
                .extracting(Alert::type)
                .containsExactly(PRICE_BREAKOUT);
        assertThat(book.latest(10, VOLUME_SPIKE, AlertSeverity.CRITICAL)).isEmpty();
        assertThat(book.latest(10, null, AlertSeverity.INFO)).isEmpty();
    }

    @Test
    void five_hundred_are_kept_and_the_oldest_goes() {
        for (int i = 0; i <= 500; i++) {
            note(VOLUME_SPIKE, new Symbol("S" + i), i);
        }

        List<Alert> kept = book.latest(1_000, null, null);

        assertThat(kept).hasSize(500);
        assertThat(kept).first().extracting(Alert::symbol).hasToString("S500");
        assertThat(kept).last().extracting(Alert::symbol).hasToString("S1");
    }

    @Test
    void an_alert_that_is_gone_is_still_not_said_again() {
        for (int i = 0; i <= 500; i++) {
            note(VOLUME_SPIKE, new Symbol("S" + i), i);
        }

        assertThat(note(VOLUME_SPIKE, new Symbol("S0"), 1_000)).isNull();
    }

    @Test
    void more_symbols_than_are_watched_push_out_the_longest_said() {
        AlertLimits two = new AlertLimits(
                2, AlertLimits.DEFAULTS.volumeSpike(), AlertLimits.DEFAULTS.foreign(), AlertLimits.DEFAULTS.book());
        AlertBook small = new AlertBook(two, new Random(7));
        for (int i = 0; i <= 8; i++) {
            small.note(signal(VOLUME_SPIKE, new Symbol("S" + i), Duration.ZERO));
        }

        assertThat(small.note(signal(VOLUME_SPIKE, new Symbol("S1"), Duration.ZERO)))
                .isNull();
        assertThat(small.note(signal(VOLUME_SPIKE, new Symbol("S0"), Duration.ZERO)))
                .isNotNull();
    }

    @Test
    void without_a_quiet_time_everything_is_said() {
        AlertBook talkative = new AlertBook(
                new AlertLimits(
                        2,
                        AlertLimits.DEFAULTS.volumeSpike(),
                        AlertLimits.DEFAULTS.foreign(),
                        new AlertLimits.Book(Duration.ZERO, 500)),
                new Random(7));

        talkative.note(signal(VOLUME_SPIKE, FPT, Duration.ZERO));

        assertThat(talkative.note(signal(VOLUME_SPIKE, FPT, Duration.ZERO))).isNotNull();
    }

    @Test
    void the_same_seed_gives_the_same_ids_and_each_has_its_own() {
        AlertBook twin = new AlertBook(AlertLimits.DEFAULTS, new Random(7));
        for (int i = 0; i < 100; i++) {
            note(VOLUME_SPIKE, FPT, 60_000L * i);
            twin.note(signal(VOLUME_SPIKE, FPT, Duration.ofMinutes(i)));
        }

        assertThat(book.latest(100, null, null)).isEqualTo(twin.latest(100, null, null));
        assertThat(book.latest(100, null, null))
                .extracting(Alert::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{8}"));
    }

    @Test
    void a_list_that_was_handed_out_stays_as_it_was() {
        note(VOLUME_SPIKE, FPT, 0);
        List<Alert> earlier = book.latest(10, null, null);

        note(PRICE_BREAKOUT, FPT, 0);

        assertThat(earlier).hasSize(1);
    }

    @Test
    void a_new_day_begins_empty_and_says_everything_again() {
        note(VOLUME_SPIKE, FPT, 0);

        book.clear();

        assertThat(book.latest(10, null, null)).isEmpty();
        assertThat(note(VOLUME_SPIKE, FPT, 0)).isNotNull();
    }

    private @Nullable Alert note(AlertType type, Symbol symbol, long millis) {
        return book.note(signal(type, symbol, Duration.ofMillis(millis)));
    }
}
