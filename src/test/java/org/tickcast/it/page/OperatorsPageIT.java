package org.tickcast.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.PictureClient;
import org.tickcast.testing.server.TickcastWar;

/** An operator at the page: sees how a client is served and what is set, and whatever he can do there happens once he is sure. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // Filled before each test.
class OperatorsPageIT {

    private static final int MOST_LOOKS = 1_000;

    private static @Nullable Browser browser;

    @ArquillianResource
    private URL server;

    private Visit visit;

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
        visit.page().navigate(server + "admin.html");
    }

    @AfterEach
    void closeWindow() {
        visit.close();
    }

    @Test
    void an_operator_finds_a_client_speaks_to_it_and_closes_it() throws Exception {
        try (PictureClient client =
                PictureClient.with(HubTalker.token("on-the-page"), "127.7.9.3", server, "/ws/market")) {
            client.next("snapshot");
            visit.assertAxeFindsNothing();
            comeIn(HubTalker.token("root", "admin"));
            visit.at("#search [name=user]").fill("on-the-page");
            visit.at("#search [type=submit]").click();
            Visit.awaitText(visit.at("#connections [data-cell=total]"), "1 of 1");

            visit.at("#connections [data-cell=look]").click();
            Visit.awaitText(visit.at("#xray"), "on-the-page");
            visit.at("#tell [name=message]").fill("We restart <b>at six</b>");
            visit.at("#tell [type=submit]").click();
            assertThat(client.next("message").getString("message")).isEqualTo("We restart <b>at six</b>");

            visit.at("#configuration [data-cell=show]").click();
            Visit.awaitText(visit.at("#configuration"), "tickcast.feed.scenario");
            assertThat(visit.at("#configuration")).not().containsText(TickcastWar.TOKEN);
            visit.assertAxeFindsNothing();

            answer("#xray [data-cell=kick]", "no");
            assertThat(visit.at("#xray")).isVisible();
            answer("#xray [data-cell=kick]", "yes");
            assertThat(client.socket().closeCode()).isEqualTo(4020);
            Visit.awaitText(visit.at("#outcome"), "is closed");
            visit.assertNoComplaints();
        }
    }

    @Test
    void an_operator_takes_the_tokens_of_a_user_back_once_he_is_sure() throws Exception {
        try (PictureClient client =
                PictureClient.with(HubTalker.token("gone-by-the-page"), "127.7.9.4", server, "/ws/market")) {
            client.next("snapshot");
            comeIn(HubTalker.token("root", "admin"));
            visit.at("#revoke [name=user]").fill("gone-by-the-page");

            answer("#revoke [type=submit]", "no");
            answer("#revoke [type=submit]", "yes");

            Visit.awaitText(visit.at("#outcome"), "The tokens of gone-by-the-page are taken back.");
            assertThat(client.socket().closeCode()).isEqualTo(4002);
            visit.assertNoComplaints();
        }
    }

    @Test
    void an_operator_has_the_feed_started_anew_once_he_is_sure() throws Exception {
        try (PictureClient client =
                PictureClient.with(HubTalker.token("at-the-restart"), "127.7.9.5", server, "/ws/market")) {
            client.next("snapshot");
            comeIn(HubTalker.token("root", "admin"));

            answer("#server [data-cell=restart]", "no");
            assertThat(visit.at("#outcome")).isEmpty();
            Response answered = visit.page()
                    .waitForResponse("**/admin/feed/restart", () -> answer("#server [data-cell=restart]", "yes"));

            assertThat(answered.status()).isEqualTo(202);
            Visit.awaitText(visit.at("#outcome"), "The feed is being restarted.");
            assertThat(client.nextPicture()).isNotNull();
            lookUntilTheFeedIsBack();
            visit.assertNoComplaints();
        }
    }

    /** What is shown of the server is as old as the last look at it. */
    private void lookUntilTheFeedIsBack() {
        Locator state = visit.at("#server [data-cell=state]");
        for (int i = 0; i < MOST_LOOKS && !state.textContent().contains("connected"); i++) {
            visit.page()
                    .waitForResponse(
                            "**/admin/feed",
                            () -> visit.at("#server [data-cell=refresh]").click());
        }
        Visit.awaitText(state, "connected");
    }

    /** The server is not really emptied: other tests have clients on it. What it does when it is asked, DrainIT shows. */
    @Test
    void an_operator_has_everybody_let_go_once_he_is_sure_and_only_once() {
        List<Request> asked = new ArrayList<>();
        visit.page().route("**/admin/drain", route -> {
            if (route.request().method().equals("GET")) {
                route.resume();
            } else {
                asked.add(route.request());
                route.fulfill(new Route.FulfillOptions().setStatus(202).setBody("{\"draining\":true,\"clients\":3}"));
            }
        });
        String token = HubTalker.token("root", "admin");
        comeIn(token);

        answer("#server [data-cell=drain]", "no");
        assertThat(visit.at("#server [data-cell=taking]")).hasText("yes");
        answer("#server [data-cell=drain]", "yes");

        Visit.awaitText(visit.at("#outcome"), "Everybody is let go.");
        assertThat(visit.at("#server [data-cell=taking]")).hasText("no: everybody is let go");
        assertThat(visit.at("#server [data-cell=clients]")).hasText("3");
        assertThat(visit.at("#server [data-cell=drain]")).isDisabled();
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.headers()).containsEntry("authorization", "Bearer " + token);
        });
        visit.assertNoComplaints();
    }

    @Test
    void a_token_without_the_role_opens_nothing_and_the_page_says_why() {
        visit.at("#token").fill(HubTalker.token("lan"));
        visit.at("#ask button").click();

        Visit.awaitText(visit.at("#outcome"), "The token does not allow this");
        assertThat(visit.at("#admin")).isHidden();
    }

    /** Presses the button, and says this when the page asks whether he is sure. */
    private void answer(String button, String word) {
        visit.at(button).click();
        visit.at("#sure [value=" + word + "]").click();
        assertThat(visit.at("#sure")).isHidden();
    }

    private void comeIn(String token) {
        visit.at("#token").fill(token);
        visit.at("#ask button").click();
        Visit.awaitText(visit.at("#server [data-cell=feed]"), "simulated");
    }
}
