package org.tickcast.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
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

/** An operator at the page: finds a client, sees how it is served, speaks to it and closes it, and reads the settings. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // Filled before each test.
class OperatorsPageIT {

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

            visit.at("#xray [data-cell=kick]").click();
            visit.at("#sure [value=no]").click();
            assertThat(visit.at("#xray")).isVisible();
            visit.at("#xray [data-cell=kick]").click();
            visit.at("#sure [value=yes]").click();
            assertThat(client.socket().closeCode()).isEqualTo(4020);
            Visit.awaitText(visit.at("#outcome"), "is closed");
            visit.assertNoComplaints();
        }
    }

    @Test
    void a_token_without_the_role_opens_nothing_and_the_page_says_why() {
        visit.at("#token").fill(HubTalker.token("lan"));
        visit.at("#ask button").click();

        Visit.awaitText(visit.at("#outcome"), "The token does not allow this");
        assertThat(visit.at("#admin")).isHidden();
    }

    private void comeIn(String token) {
        visit.at("#token").fill(token);
        visit.at("#ask button").click();
        Visit.awaitText(visit.at("#server [data-cell=feed]"), "simulated");
    }
}
