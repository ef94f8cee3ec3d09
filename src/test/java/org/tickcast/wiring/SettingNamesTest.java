package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who mistypes a name hears of it, and who uses another program's does not. */
class SettingNamesTest {

    private final SettingNames names = new SettingNames(
            Set.of("tickcast.limits.connections", "tickcast.limits.connections-per-ip", "tickcast.feed"));

    @Test
    void what_is_a_setting_or_has_nothing_to_do_with_us_is_worth_no_word() {
        assertThat(names.unknownOf(List.of(
                        "tickcast.feed",
                        "TICKCAST_FEED",
                        "TICKCAST_LIMITS_CONNECTIONS_PER_IP",
                        "java.home",
                        "tickcastle.feed",
                        "PATH")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "tickcast.limits.connection, tickcast.limits.connections",
        "tickcast.limits.connections.per.ip, tickcast.limits.connections-per-ip",
        "tickcast.Feed, tickcast.feed",
        "TICKCAST_FEEDS, TICKCAST_FEED",
        "TICKCAST_LIMITS_CONNECTIONS_PER_IPS, TICKCAST_LIMITS_CONNECTIONS_PER_IP"
    })
    void a_mistake_is_said_with_the_nearest_name_there_is(String mistake, String meant) {
        assertThat(names.unknownOf(List.of(mistake)))
                .containsExactly("No setting is called " + mistake + "; " + meant + " is");
    }

    @Test
    void where_nothing_is_near_nothing_is_proposed() {
        assertThat(names.unknownOf(List.of("tickcast.colour-of-the-page")))
                .containsExactly("No setting is called tickcast.colour-of-the-page");
    }

    @Test
    void variables_of_other_programs_that_only_begin_like_ours_are_theirs() {
        assertThat(names.unknownOf(List.of("TICKCAST_SERVICE_HOST", "TICKCAST_PORT", "TICKCAST_CHROMIUM")))
                .isEmpty();
    }

    @Test
    void a_variable_that_the_server_shows_a_second_time_in_small_letters_is_one() {
        assertThat(names.unknownOf(List.of("TICKCAST_LIMITS_CONNECTIONS_PER_IP", "tickcast.limits.connections.per.ip")))
                .isEmpty();
    }
}
