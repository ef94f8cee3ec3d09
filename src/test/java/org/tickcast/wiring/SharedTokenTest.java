package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.jwt.JwtRules;

/** The token is the configured one, or one made at this start that somebody can be told. */
class SharedTokenTest {

    @Test
    void a_configured_token_is_used_and_told_to_nobody() {
        SharedToken token = SharedToken.from(settingsWith("configured"));

        assertThat(Objects.requireNonNull(token.token()).matches("configured")).isTrue();
        assertThat(token.madeHere()).isNull();
    }

    @Test
    void a_token_made_here_is_the_one_that_lets_in() {
        SharedToken token = SharedToken.from(settingsWith(null));

        String made = Objects.requireNonNull(token.madeHere());

        assertThat(Objects.requireNonNull(token.token()).matches(made)).isTrue();
    }

    @Test
    void it_needs_no_escaping_in_a_URL_and_is_long_enough_not_to_be_guessed() {
        SharedToken token = SharedToken.from(settingsWith(null));

        assertThat(token.madeHere()).matches("[A-Za-z0-9_-]{32}");
    }

    @Test
    void no_two_starts_make_the_same() {
        SharedToken one = SharedToken.from(settingsWith(null));
        SharedToken other = SharedToken.from(settingsWith(null));

        assertThat(one.madeHere()).isNotEqualTo(other.madeHere());
    }

    @Test
    void it_is_never_printed() {
        SharedToken token = SharedToken.from(settingsWith(null));

        assertThat(token.toString()).doesNotContain(Objects.requireNonNull(token.madeHere()));
    }

    private static AuthSettings settingsWith(@Nullable String token) {
        return new AuthSettings(
                token,
                List.of(),
                ApiKeySettings.DEVELOPMENT,
                new JwtSettings(JwtRules.DEFAULTS, null, List.of(), null),
                Set.of(),
                true,
                Duration.ofSeconds(30),
                Duration.ofSeconds(30));
    }
}
