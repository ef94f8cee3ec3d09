package org.tickcast.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.testing.server.Browser;
import org.tickcast.testing.server.TickcastWar;
import org.tickcast.testing.server.TyrusClient;

/** One socket, frame by frame, and what becomes of it when somebody breaks something. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // Filled before each test.
class ConsoleIT {

    private static final String WHAT_AXE_FINDS = """
            async () => (await axe.run()).violations.flatMap(({ id, nodes }) =>
                nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`))
            """;
    private static final double PATIENCE_MILLIS = 60_000;
    private static final int POINTS = 5_000;
    private static final int MOST_STOPS = 5;

    private static @Nullable Browser browser;

    @ArquillianResource
    private URL server;

    private Visit visit;

    /** Where frames are fat, a reader that stops is noticed soon. */
    @Deployment(testable = false)
    @TargetsContainer("fat-frames")
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
    void it_shows_what_comes_and_goes_on_from_there_after_a_loss() {
        come(visit);
        connect("index", "v1");
        await(frames("snapshot"));
        await(frames("beat").locator("[data-cell=step]:has-text('✓')"));
        assertThat(visit.page().url()).isEqualTo(server + "console/");
        assertThat(visit.at("#frames")).not().containsText(TickcastWar.TOKEN);

        visit.at("[data-cell=vanish]").click();
        assertThat(visit.at("#chip")).hasText("Vanished");
        visit.at("[data-cell=clear]").click();
        visit.at("[data-cell=resume]").click();

        await(frames("hello"));
        assertThat(frames("hello")).containsText("\"resumed\":true");
        visit.assertNoComplaints();
    }

    @Test
    void a_close_is_explained_in_words_and_leads_to_more_of_them() {
        come(visit);
        connect("index", "v1");
        awaitOpen();

        send("auth-wrong");

        await(visit.at("#ending"));
        assertThat(visit.at("#ending")).containsText("4002 token-invalid");
        assertThat(visit.at("#ending a")).hasAttribute("href", server + "docs/errors.md#token-invalid");
    }

    @Test
    void a_refused_handshake_is_explained_by_the_server() {
        come(visit);
        visit.at("#token").fill("wrong");
        connect("index", "v1");

        Visit.awaitText(visit.at("#ending"), "The token is not valid");
        assertThat(visit.at("#chip")).hasText("Refused");
    }

    @Test
    void what_is_deflated_is_shown_as_text_with_both_sizes() {
        come(visit);
        visit.at("[name=deflate]").check();
        connect("market", "v1");

        await(frames("snapshot"));
        assertThat(frames("snapshot").locator("[data-cell=bytes]"))
                .hasText(Pattern.compile("[\\d,]+ B \\([\\d.,]+ .B\\)"));
        assertThat(frames("snapshot").locator("[data-cell=start]")).containsText("{\"type\":\"snapshot\"");
    }

    @Test
    void markup_in_a_frame_is_text() {
        String hostile = "<img src=x onerror=alert(1)>";
        come(visit);
        connect("hub", null);
        awaitOpen();

        visit.at("#send textarea").fill("{\"type\":\"ping\",\"message_id\":\"" + hostile + "\"}");
        visit.at("#send [type=submit]").click();

        Locator sent = visit.at("#frames [data-way=out]");
        await(sent);
        sent.locator("summary").click();
        sent.locator("[data-cell=pretty]").click();
        assertThat(sent.locator("pre")).containsText(hostile);
        await(visit.at("#frames [data-way=in]").last());
        assertThat(visit.at("#frames img")).hasCount(0);
        visit.assertNoComplaints();
    }

    @Test
    void who_stops_reading_skips_pictures_and_then_goes_on() throws Exception {
        come(visit);
        connect("index", "v1");
        await(frames("snapshot"));
        visit.at("[data-cell=asking]").uncheck();

        try (TyrusClient feeder = new TyrusClient(server, "/test/inbox")) {
            int stops = 0;
            while (visit.at("#frames [data-skipped]").count() == 0 && stops++ < MOST_STOPS) {
                visit.at("[data-cell=stop]").click();
                Visit.awaitText(visit.at("#chip"), "Not reading");
                while (visit.at("#chip").innerText().startsWith("Not reading")) {
                    feeder.send(String.valueOf(POINTS));
                    feeder.next();
                }
            }
        }

        await(visit.at("#frames [data-skipped]").first());
        assertThat(visit.at("#chip")).containsText("Open");
    }

    @ParameterizedTest
    @CsvSource({"1440, DARK, en-US", "390, LIGHT, vi-VN"})
    void axe_finds_nothing_and_nothing_has_to_be_scrolled_sideways(int width, ColorScheme colours, String locale)
            throws IOException {
        var options = new NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(colours)
                .setLocale(locale);
        try (Visit other = new Visit(Objects.requireNonNull(browser).newWindow(options))) {
            come(other);
            other.at("#connect [type=submit]").click();
            await(other.at("#frames [data-type=snapshot]"));
            other.at("[data-cell=pause]").click();
            other.at("#frames [data-type=hello] summary").click();

            other.page().evaluate(axe());

            assertThat(other.page().evaluate(WHAT_AXE_FINDS)).asList().isEmpty();
            assertThat(other.page().evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(width);
            other.assertNoComplaints();
        }
    }

    /** By the address without a slash at its end, as people write it. */
    private void come(Visit who) {
        who.page().navigate(server + "console?token=" + TickcastWar.TOKEN);
    }

    private void connect(String channel, @Nullable String protocol) {
        visit.at("[name=channel]").selectOption(channel);
        if (protocol != null) {
            visit.at("[name=protocol]").selectOption(protocol);
        }
        visit.at("#connect [type=submit]").click();
    }

    private void send(String ready) {
        visit.at("[name=ready]").selectOption(ready);
        visit.at("#send [type=submit]").click();
    }

    private void awaitOpen() {
        Visit.awaitText(visit.at("#chip"), "Open");
    }

    private Locator frames(String type) {
        return visit.at("#frames [data-type=" + type + "]").first();
    }

    private static void await(Locator place) {
        assertThat(place).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static String axe() throws IOException {
        try (InputStream script = ConsoleIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
