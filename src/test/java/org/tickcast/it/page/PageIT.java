package org.tickcast.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TickcastWar;

/** Coming in, and what is there then. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // Filled before each test.
class PageIT {

    private static final String ALL_THAT_IS_KEPT = """
            () => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })
                + document.cookie + JSON.stringify(history.state) + location.href
            """;

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
    }

    @AfterEach
    void closeWindow() {
        visit.close();
    }

    @Test
    void the_link_of_the_log_shows_a_live_market() {
        visit.comeTo(server).awaitLive();

        assertThat(visit.at("#prices tr")).hasCount(30);
        Visit.awaitChange(visit.at("#prices"));
        Visit.awaitChange(visit.at("[data-index=VN30] [data-cell=value]"));
        assertThat(visit.at("#future-name")).containsText(Pattern.compile("VN30F\\d{4}"));
        assertThat(visit.at(".tile canvas")).hasCount(3);
        assertThat(visit.at("#sectors li")).hasCount(11);
        assertThat(visit.at("#session [data-cell=phase]")).containsText("HOSE");
        Visit.awaitText(visit.at("#latency"), "ms");
        visit.assertNoComplaints();
    }

    @Test
    void the_token_leaves_the_address_bar_and_is_kept_nowhere() {
        visit.comeTo(server).awaitLive();

        assertThat(visit.page().url()).isEqualTo(server.toString());
        assertThat((String) visit.page().evaluate(ALL_THAT_IS_KEPT)).doesNotContain(TickcastWar.TOKEN);
        assertThat(visit.sockets()).hasSize(2).noneMatch(address -> address.contains(TickcastWar.TOKEN));
    }

    @Test
    void a_reload_asks_for_the_token_again() {
        visit.comeTo(server).awaitLive();

        visit.page().reload();

        assertThat(visit.at("#ask")).isVisible();
        assertThat(visit.at("#market")).isHidden();
    }

    @Test
    void without_a_token_it_asks_for_one_and_goes_live_with_it() {
        visit.page().navigate(server.toString());
        assertThat(visit.at("#ask")).isVisible();
        assertThat(visit.at("#refusal")).isHidden();
        assertThat(visit.at("#token")).isFocused();

        visit.enter(TickcastWar.TOKEN);

        visit.awaitLive();
        assertThat(visit.at("#ask")).isHidden();
    }

    @Test
    void a_wrong_token_is_explained_in_words_and_can_be_mended_with_the_whole_link() {
        visit.comeTo(server, "wrong");
        Visit.awaitText(visit.at("#refusal"), "The token is not valid");

        visit.enter(server + "?token=" + TickcastWar.TOKEN);

        visit.awaitLive();
        assertThat(visit.at("#refusal")).isHidden();
    }

    @Test
    void what_the_server_says_is_text_and_never_markup() {
        String hostile = "<img src=x onerror=alert(1)>";
        visit.page()
                .route(
                        Pattern.compile("/api/sectors$"),
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("application/json")
                                .setBody("{\"sectors\":{\"ACB\":\"" + hostile + "\"}}")));

        visit.comeTo(server).awaitLive();

        assertThat(visit.at("#sectors li .name").getByText(hostile)).isVisible();
        assertThat(visit.at("#sectors img")).hasCount(0);
        visit.assertNoComplaints();
    }

    @Test
    void it_works_where_the_browser_keeps_nothing() {
        visit.page()
                .addInitScript(
                        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException(); } })");

        visit.comeTo(server).awaitLive();
        visit.at(".pin button").first().click();

        assertThat(visit.at(".pin button").first()).hasAttribute("aria-pressed", "true");
        visit.assertNoComplaints();
    }

    /** Who believed that clock would take a good token for one that has ended. */
    @Test
    void it_works_where_the_browsers_clock_is_hours_wrong() throws Exception {
        visit.holdTime(Instant.now().plus(Duration.ofHours(9)));

        visit.comeTo(server, HubTalker.token("hien")).awaitLive();

        int hour = OffsetDateTime.parse(
                        new RestClient(server).getJson("/api/session").getString("timestamp"))
                .getHour();
        assertThat(visit.at("#session [data-cell=clock]"))
                .hasText(Pattern.compile("(%02d|%02d):\\d\\d:\\d\\d".formatted(hour, (hour + 1) % 24)));
        Visit.awaitChange(visit.at("#prices"));
        visit.assertNoComplaints();
    }

    @Test
    void who_asks_for_a_beep_has_alerts_read_out_too() {
        visit.comeTo(server).awaitLive();
        assertThat(visit.at("#alerts .log")).hasAttribute("aria-live", "off");
        assertThat(visit.at("#sound")).hasAttribute("aria-pressed", "false");

        visit.at("#sound").click();

        assertThat(visit.at("#sound")).hasAttribute("aria-pressed", "true");
        assertThat(visit.at("#alerts .log")).hasAttribute("aria-live", "polite");
    }
}
