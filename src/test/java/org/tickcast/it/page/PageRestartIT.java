package org.tickcast.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URL;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
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

/** A page that stays open while its server is started anew, and while its token ends. */
@SuppressWarnings("NullAway.Init") // Filled before each test.
class PageRestartIT {

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
        assertThat(visit.connectionOf("Market").locator("[data-cell=resyncs]")).hasText("0");
        assertThat(visit.at("#refusal")).isHidden();
    }

    @Test
    void when_the_token_has_expired_the_page_says_so_and_goes_on_with_another() {
        visit.comeTo(server, tokenFor(Duration.ofSeconds(8))).awaitLive();

        Visit.awaitText(visit.at("#refusal"), "expired");
        assertThat(visit.at("#ask")).isVisible();
        assertThat(visit.at("#market")).isVisible();

        visit.enter(tokenFor(Duration.ofHours(1)));
        visit.awaitLive();
        assertThat(visit.at("#refusal")).isHidden();
        assertThat(visit.sockets()).noneMatch(address -> address.contains("eyJ"));
    }

    @Test
    void with_an_API_key_the_page_gets_new_tokens_by_itself() {
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        // One that ends before it says so, one that says so before it ends, and one to go on with.
        answers.add(answer(Duration.ofSeconds(3), 3600));
        answers.add(answer(Duration.ofHours(1), 5));
        answers.add(answer(Duration.ofHours(2), 3600));
        visit.page().route("**/auth/token", route -> {
            assertThat(route.request().headerValue("x-api-key")).isEqualTo("the-key-of-the-desk");
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(answers.remove()));
        });
        CompletableFuture<String> renewed = new CompletableFuture<>();
        visit.page()
                .onWebSocket(socket -> socket.onFrameReceived(frame -> {
                    if (frame.text() != null && frame.text().contains("\"type\":\"auth\"")) {
                        renewed.complete(frame.text());
                    }
                }));
        visit.page().navigate(server.toString());

        visit.at("[name=isKey]").check();
        visit.enter("the-key-of-the-desk");
        visit.awaitLive();
        visit.page().waitForCondition(renewed::isDone, new Page.WaitForConditionOptions().setTimeout(30_000));

        assertThat(renewed.join()).contains("\"ok\":true");
        assertThat(answers).isEmpty();
        visit.awaitLive();
        assertThat(visit.at("#ask")).isHidden();
        assertThat(visit.at("#refusal")).isHidden();
    }

    private static String answer(Duration lifetime, int claimedSeconds) {
        return "{\"access_token\":\"" + tokenFor(lifetime) + "\",\"expires_in\":" + claimedSeconds + "}";
    }

    private static String tokenFor(Duration lifetime) {
        return new JwtIssuer(SECRET, "tests", "tickcast", lifetime, InstantSource.system(), new SecureRandom())
                .issue("lan", Grants.PLAIN)
                .text();
    }
}
