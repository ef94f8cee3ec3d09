package org.tickcast.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.WebSocketRoute;
import java.io.IOException;
import java.net.URL;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.Browser;
import org.tickcast.testing.server.Cable;
import org.tickcast.testing.server.TickcastWar;

/** A page that stays open while its server does not want it any more, or cannot be heard. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // Filled before each test.
class PageRecoveryIT {

    private static final Pattern MARKET = Pattern.compile("/ws/market");

    private static @Nullable Browser browser;

    @ArquillianResource
    private URL server;

    private Visit visit;

    /** Those of the market that the page has opened, the newest last. */
    private final Deque<WebSocketRoute> sockets = new ArrayDeque<>();

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @BeforeAll
    static void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.close();
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

    @Test
    void after_a_close_that_passes_the_page_says_why_and_comes_back_by_itself() {
        comeWithSocketsInHand();

        close(1001, "going-away");
        visit.awaitSaid("Reconnecting", "The server is stopping", "Live");
        close(1013, "busy");
        visit.awaitSaid("Reconnecting", "busy", "Live");
        close(4008, "reads-too-slowly");
        visit.awaitSaid("Reconnecting", "This browser reads too slowly", "Live");

        assertThat(sockets).hasSize(4);
        assertThat(visit.at("#refusal")).isHidden();
    }

    @Test
    void after_a_close_that_does_not_pass_the_page_waits_for_somebody_to_do_something() {
        comeWithSocketsInHand();

        close(1008, "bad-message");
        Visit.awaitText(visit.at("#refusal"), "bad message");
        assertThat(visit.at("#ask")).isHidden();
        visit.at("#again").click();
        visit.awaitSaid("Refused", "Live");

        close(4003, "token-expired");
        Visit.awaitText(visit.at("#refusal"), "token expired");
        visit.enter(TickcastWar.TOKEN);
        visit.awaitSaid("Refused", "Live");

        close(4001, "token-missing");
        assertThat(visit.at("#ask")).isVisible();
        assertThat(visit.at("#refusal")).isHidden();
        visit.enter(TickcastWar.TOKEN);
        visit.awaitSaid("Refused", "Live");
    }

    @Test
    void a_server_that_has_lost_its_market_is_said_to_have_until_it_is_back() {
        comeWithSocketsInHand();

        sockets.getLast().send("{\"type\":\"status\",\"ts\":1,\"connected\":false}");
        Visit.awaitText(visit.at("#chip"), "The server has lost its market feed");
        assertThat(visit.at(".board")).hasAttribute("data-state", "stale");

        sockets.getLast().send("{\"type\":\"status\",\"ts\":1,\"connected\":true}");
        visit.awaitLive();
    }

    /** Half a minute of the page's time, which is turned by hand; the network is real, and so is its silence. */
    @Test
    void when_nothing_passes_for_half_a_minute_the_page_notices_and_goes_on_with_what_it_missed() throws IOException {
        try (Cable cable = new Cable("127.22.0.7", server)) {
            visit.holdTime(Instant.now());
            visit.comeTo(cable.url()).awaitLive();
            visit.stopTime();

            cable.silence();
            visit.pass(7_000);
            assertThat(visit.at("#chip")).hasText("Live");
            visit.pass(1_000);
            assertThat(visit.at("#chip")).hasText("Old: The server has not been heard for a while");
            assertThat(visit.at(".board")).hasAttribute("data-state", "stale");
            visit.pass(3_000);
            assertThat(visit.at("#chip")).containsText("Reconnecting");
            visit.pass(19_000);
            assertThat(visit.at("#chip")).containsText("Reconnecting");
            assertThat(visit.at("#market")).isVisible();
            cable.mend();
            visit.letTimeGo();

            visit.awaitLive();
            visit.assertWentOnWhereItWas();
        }
    }

    private void comeWithSocketsInHand() {
        visit.page().routeWebSocket(MARKET, socket -> {
            socket.connectToServer();
            sockets.add(socket);
        });
        visit.comeTo(server).awaitLive();
    }

    /** As a server closes, that has said goodbye before. */
    private void close(int code, String id) {
        visit.listen();
        String retry = code == 1008 ? "null" : "100";
        sockets.getLast()
                .send("{\"type\":\"bye\",\"ts\":1,\"code\":" + code + ",\"reason\":\"" + id + "\",\"retry_after_ms\":"
                        + retry + "}");
        sockets.getLast().close(new WebSocketRoute.CloseOptions().setCode(code));
    }
}
