package org.tickcast.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.broadcast.BroadcastLimits;
import org.tickcast.market.BoardLimits;
import org.tickcast.market.FuturesListing;
import org.tickcast.market.Sectors;
import org.tickcast.market.Watchlist;
import org.tickcast.market.alert.AlertLimits;
import org.tickcast.socket.SocketLimits;

/** The token is the configured one, or one made at this start that somebody can be told. */
class SharedTokenTest {

    @Test
    void a_configured_token_is_used_and_told_to_nobody() {
        SharedToken token = SharedToken.from(settingsWith("configured"));

        assertThat(token.token().matches("configured")).isTrue();
        assertThat(token.madeHere()).isNull();
    }

    @Test
    void a_token_made_here_is_the_one_that_lets_in() {
        SharedToken token = SharedToken.from(settingsWith(null));

        String made = Objects.requireNonNull(token.madeHere());

        assertThat(token.token().matches(made)).isTrue();
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

    private static GatewaySettings settingsWith(@Nullable String token) {
        return new GatewaySettings(
                token,
                new AdmissionLimits(5, Duration.ofSeconds(10)),
                new SocketLimits(100),
                new BroadcastLimits(Duration.ZERO),
                new BoardLimits(60, Duration.ofMinutes(1)),
                AlertLimits.DEFAULTS,
                new MarketSettings(Watchlist.vn30(), Sectors.vn30(), FuturesListing.vietnam()),
                Duration.ofMillis(10),
                SampleFeedSettings.DEFAULTS);
    }
}
