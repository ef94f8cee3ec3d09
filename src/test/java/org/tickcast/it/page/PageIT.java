package org.tickcast.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
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
import org.tickcast.testing.server.TickcastWar;

@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // Filled before each test.
class PageIT {

    private static final List<String> CHANNELS = List.of("market", "index", "foreign");
    private static final double PATIENCE_MILLIS = 30_000;

    private static @Nullable Browser browser;

    @ArquillianResource
    private URL server;

    private BrowserContext window;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

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
        window = Objects.requireNonNull(browser).newWindow();
        page = window.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void the_link_of_the_log_shows_a_live_market_and_its_token_leaves_the_address_bar() {
        page.navigate(server + "?token=" + TickcastWar.TOKEN);

        assertLive();
        assertThat(page.locator("#prices tr")).hasCount(30);
        assertMoves(page.locator("#prices"));
        assertMoves(page.locator("[data-index=VN30] [data-cell=value]"));
        assertThat(page.locator("#future-name")).containsText(Pattern.compile("VN30F\\d{4}"));
        assertThat(page.url()).isEqualTo(server.toString());
        assertThat(complaints).isEmpty();
    }

    @Test
    void no_address_of_a_socket_has_the_token() {
        List<String> addresses = new ArrayList<>();
        page.onWebSocket(socket -> addresses.add(socket.url()));

        page.navigate(server + "?token=" + TickcastWar.TOKEN);
        assertLive();

        assertThat(addresses).hasSize(CHANNELS.size()).noneMatch(address -> address.contains(TickcastWar.TOKEN));
    }

    @Test
    void a_reload_needs_no_token() {
        page.navigate(server + "?token=" + TickcastWar.TOKEN);
        assertLive();

        page.reload();

        assertLive();
    }

    @Test
    void without_a_token_it_asks_for_one_and_goes_live_with_it() {
        page.navigate(server.toString());
        assertThat(page.locator("#ask")).isVisible();
        assertThat(page.locator("#market")).isHidden();

        page.locator("#token").fill(TickcastWar.TOKEN);
        page.locator("#ask button").click();

        assertLive();
        assertThat(page.locator("#ask")).isHidden();
    }

    @Test
    void a_wrong_token_is_explained_and_can_be_mended() {
        page.navigate(server + "?token=wrong");
        assertThat(page.locator("#refusal-words"))
                .containsText(
                        "the token is wrong", new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));

        page.locator("#another-token").click();
        page.locator("#token").fill(TickcastWar.TOKEN);
        page.locator("#ask button").click();

        assertLive();
    }

    private void assertLive() {
        for (String channel : CHANNELS) {
            assertThat(page.locator(".channels [data-channel=" + channel + "] .state"))
                    .hasText("live", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        }
    }

    private static void assertMoves(Locator part) {
        String before = part.innerText();
        assertThat(part)
                .not()
                .hasText(
                        before,
                        new LocatorAssertions.HasTextOptions()
                                .setUseInnerText(true)
                                .setTimeout(PATIENCE_MILLIS));
    }
}
