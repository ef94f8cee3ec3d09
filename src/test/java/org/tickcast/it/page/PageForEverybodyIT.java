package org.tickcast.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.testing.server.Browser;
import org.tickcast.testing.server.TickcastWar;

/** On small screens and large ones, in the dark and in the sun, in both languages, and for those who listen to it. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // Filled before each test.
class PageForEverybodyIT {

    private static final String WHAT_AXE_FINDS = """
            async () => (await axe.run()).violations.flatMap(({ id, nodes }) =>
                nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`))
            """;

    private static @Nullable Browser browser;

    @ArquillianResource
    private URL server;

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

    @ParameterizedTest
    @CsvSource({"1440, DARK, en-US", "1440, LIGHT, vi-VN", "390, DARK, vi-VN", "390, LIGHT, en-US"})
    void axe_finds_nothing_that_keeps_anybody_out(int width, ColorScheme colours, String locale) throws IOException {
        try (Visit visit = visit(width, colours, locale).comeTo(server)) {
            assertThat(visit.at("#market")).isVisible();
            assertThat(visit.at("#alerts li").first()).isVisible();

            visit.page().evaluate(axe());

            assertThat(visit.page().evaluate(WHAT_AXE_FINDS)).asList().isEmpty();
        }
    }

    @Test
    void axe_finds_nothing_at_the_door_either() throws IOException {
        try (Visit visit = visit(1440, ColorScheme.LIGHT, "en-US").comeTo(server, "wrong")) {
            assertThat(visit.at("#refusal")).isVisible();

            visit.page().evaluate(axe());

            assertThat(visit.page().evaluate(WHAT_AXE_FINDS)).asList().isEmpty();
        }
    }

    @Test
    void nothing_has_to_be_scrolled_sideways() {
        try (Visit visit = visit(320, ColorScheme.DARK, "vi-VN").comeTo(server)) {
            assertThat(visit.at("#market")).isVisible();
            Visit.awaitChange(visit.at("#prices"));

            for (int width : new int[] {320, 390, 768, 1024}) {
                visit.page().setViewportSize(width, 900);
                assertThat(visit.page().evaluate("() => document.documentElement.scrollWidth"))
                        .isEqualTo(width);
            }
        }
    }

    @Test
    void it_speaks_the_language_of_the_browser_and_writes_numbers_as_that_does() {
        try (Visit visit = visit(1440, ColorScheme.DARK, "vi-VN").comeTo(server)) {
            assertThat(visit.at("html")).hasAttribute("lang", "vi");
            assertThat(visit.at("#board-title")).containsText("Bảng giá");
            assertThat(visit.at("#chip")).containsText("Trực tiếp");
            assertThat(visit.at("[data-index=VN30] [data-cell=value]")).hasText(Pattern.compile("\\d\\.\\d{3},\\d{2}"));
            visit.assertNoComplaints();
        }
    }

    @Test
    void another_language_and_other_colours_are_there_at_once_and_on_the_next_visit() {
        try (Visit visit = visit(1440, ColorScheme.DARK, "vi-VN").comeTo(server)) {
            assertThat(visit.at("#market")).isVisible();

            visit.at("#language").selectOption("en");
            visit.at("#theme").selectOption("light");

            assertIsEnglishAndLight(visit);
            visit.comeTo(server);
            assertIsEnglishAndLight(visit);
            visit.assertNoComplaints();
        }
    }

    private static void assertIsEnglishAndLight(Visit visit) {
        assertThat(visit.at("html")).hasAttribute("lang", "en");
        assertThat(visit.at("#board-title")).containsText("Prices");
        assertThat(visit.at("[data-index=VN30] [data-cell=value]")).hasText(Pattern.compile("\\d,\\d{3}\\.\\d{2}"));
        assertThat(visit.at("html")).hasAttribute("data-theme", "light");
        assertThat(visit.at("body")).hasCSS("background-color", "rgb(238, 241, 245)");
    }

    /** Without motion, because a colour that is fading cannot be judged. */
    private static Visit visit(int width, ColorScheme colours, String locale) {
        return new Visit(Objects.requireNonNull(browser)
                .newWindow(new NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(colours)
                        .setLocale(locale)
                        .setReducedMotion(ReducedMotion.REDUCE)));
    }

    private static String axe() throws IOException {
        try (InputStream script = PageForEverybodyIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
