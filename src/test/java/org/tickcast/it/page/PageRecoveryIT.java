package org.tickcast.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.Grants;
import org.tickcast.admission.jwt.JwtIssuer;
import org.tickcast.testing.server.Browser;
import org.tickcast.testing.server.JarProcess;

/** A page that stays open while its server goes away, or does not want it any more. */
@SuppressWarnings("NullAway.Init") // Filled before each test.
class PageRecoveryIT {

    private static final String TOKEN = "the-token-of-two-servers-after-each-other";
    private static final String SECRET = "the-secret-of-the-tests-that-is-long-enough";

    private static @Nullable Browser browser;

    private static JarProcess tickcast;
    private static URL server;

    private Visit visit;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.start();
        tickcast = JarProcess.start(Map.of(), options());
        server = tickcast.awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.close();
            tickcast.close();
        }
    }

    @BeforeEach
    void openWindow() {
        visit = new Visit(Objects.requireNonNull(browser).newWindow());
    }

    @AfterEach
    void closeWindow() {
        visit.close();
    }

    private static String[] options() {
        return new String[] {
            "-Dtickcast.auth.token=" + TOKEN,
            "-Dtickcast.auth.jwt.secret=" + SECRET,
            "-Dtickcast.auth.jwt.clock-skew=PT0S",
            "-Dtickcast.auth.expiry-grace=PT0S"
        };
    }

    @Test
    void when_the_server_has_been_away_the_page_goes_on_by_itself() throws Exception {
        visit.comeTo(server, TOKEN).awaitLive();

        tickcast.close();
        Visit.awaitText(visit.at("#chip"), "Reconnecting");
        assertThat(visit.at(".board")).hasAttribute("data-state", "reconnecting");

        tickcast = JarProcess.start(server.getPort(), Map.of(), options());
        tickcast.awaitReady();
        visit.awaitLive();
        Visit.awaitChange(visit.at("#prices"));
        assertThat(visit.at("#refusal")).isHidden();
    }

    @Test
    void when_the_token_has_expired_the_page_says_so_and_goes_on_with_another() {
        visit.comeTo(server, tokenFor(Duration.ofSeconds(4))).awaitLive();

        Visit.awaitText(visit.at("#refusal"), "expired");
        assertThat(visit.at("#ask")).isVisible();
        assertThat(visit.at("#market")).isVisible();

        visit.enter(tokenFor(Duration.ofHours(1)));
        visit.awaitLive();
        assertThat(visit.at("#refusal")).isHidden();
        assertThat(visit.sockets()).noneMatch(address -> address.contains("eyJ"));
    }

    private static String tokenFor(Duration lifetime) {
        return new JwtIssuer(SECRET, "tests", "tickcast", lifetime, InstantSource.system(), new SecureRandom())
                .issue("lan", Grants.PLAIN)
                .text();
    }
}
