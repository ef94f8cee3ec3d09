package org.tickcast.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
import org.tickcast.testing.server.TickcastWar;

/** The library as a page loads it from the server. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // Filled before each test.
class ClientLibraryInBrowserIT {

    private static final String UNTIL_A_STATE = """
            async ([token, wanted]) => {
              const { Tickcast } = await import('/js/tickcast.js');
              const tickcast = new Tickcast({ token });
              const market = tickcast.channel('market');
              const { reason } = await new Promise((resolve) => market.on('state', (status) => status.state === wanted && resolve(status)));
              const told = reason ? reason.code + ': ' + reason.title : Object.keys(market.data.prices).length + ' stocks';
              tickcast.close();
              return told;
            }
            """;

    private static @Nullable Browser browser;

    @ArquillianResource
    private URL server;

    private Page page;
    private final List<String> sockets = new ArrayList<>();

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
        page = Objects.requireNonNull(browser).newWindow().newPage();
        page.onWebSocket(socket -> sockets.add(socket.url()));
        // A page of the server that opens no sockets of its own.
        page.navigate(server + "docs/errors.md");
    }

    @AfterEach
    void closeWindow() {
        page.context().close();
    }

    @Test
    void it_follows_the_market_and_puts_the_token_into_no_address() {
        Object told = page.evaluate(UNTIL_A_STATE, List.of(TickcastWar.TOKEN, "fresh"));

        assertThat(told).isEqualTo("30 stocks");
        assertThat(sockets).hasSize(1).noneMatch(address -> address.contains(TickcastWar.TOKEN));
    }

    @Test
    void it_says_in_the_words_of_the_server_what_the_browser_does_not_tell() {
        Object told = page.evaluate(UNTIL_A_STATE, List.of("wrong", "refused"));

        assertThat(told).isEqualTo("token-invalid: The token is not valid");
    }
}
