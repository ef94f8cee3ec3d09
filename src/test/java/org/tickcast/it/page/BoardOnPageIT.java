package org.tickcast.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.JsonObject;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
import org.tickcast.testing.server.Browser;
import org.tickcast.testing.server.Producer;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TickcastWar;

/** The price board over a market in which nothing happens but what a test says. */
@ExtendWith(ArquillianExtension.class)
@SuppressWarnings("NullAway.Init") // Filled before each test.
class BoardOnPageIT {

    private static final String AT = ",\"at\":\"2026-11-20T09:30:00+07:00\"}\n";
    private static final String DAY = "{\"type\":\"daily_reset\"" + AT
            + stock("ACB", 25_000, 25_000, 100)
            + stock("FPT", 100_000, 107_000, 200)
            + stock("HPG", 30_000, 30_150, 300)
            + stock("VCB", 60_000, 59_500, 400)
            + stock("VNM", 50_000, 46_500, 500);

    private static @Nullable Browser browser;

    @ArquillianResource
    private URL server;

    private Visit visit;

    @Deployment(testable = false)
    @TargetsContainer("ingest")
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
    void openTheDay() throws Exception {
        assertThat(new Producer(server).push(DAY).statusCode()).isEqualTo(200);
        visit = new Visit(Objects.requireNonNull(browser).newWindow());
        visit.comeTo(server);
        assertThat(row("VNM").locator("[data-cell=volume]")).hasText("500");
    }

    @AfterEach
    void closeWindow() {
        visit.close();
    }

    /** Seven percent each way. */
    private static String stock(String symbol, long reference, long last, long volume) {
        String is = "\"symbol\":\"" + symbol + "\",";
        return "{\"type\":\"band\"," + is + "\"reference\":" + reference + ",\"ceiling\":" + reference * 107 / 100
                + ",\"floor\":" + reference * 93 / 100 + AT
                + "{\"type\":\"trade\"," + is + "\"price\":" + last + ",\"volume\":" + volume
                + ",\"session\":\"CONTINUOUS\"" + AT;
    }

    @Test
    void every_price_is_that_of_the_snapshot() throws Exception {
        JsonObject prices =
                new RestClient(server).getJson("/api/market/snapshot").getJsonObject("prices");

        assertThat(prices).hasSizeGreaterThanOrEqualTo(5);
        assertShows(prices, "last", "last_price");
        assertShows(prices, "reference", "ref_price");
        assertShows(prices, "ceiling", "ceiling");
        assertShows(prices, "floor", "floor");
    }

    @Test
    void they_are_there_at_once_though_the_market_is_silent_and_nothing_else_was_answered() {
        visit.page().route("**/api/**", unanswered -> {});

        visit.comeTo(server);

        assertThat(row("VNM").locator("[data-cell=volume]")).hasText("500");
    }

    @Test
    void the_colours_are_those_of_vietnamese_boards() {
        assertThat(row("FPT")).hasAttribute("data-trend", "ceiling");
        assertThat(row("VNM")).hasAttribute("data-trend", "floor");
        assertThat(row("ACB")).hasAttribute("data-trend", "reference");
        assertThat(row("HPG")).hasAttribute("data-trend", "up");
        assertThat(row("VCB")).hasAttribute("data-trend", "down");
        assertThat(row("HPG").locator("[data-cell=change]")).hasText("+150");
        assertThat(row("VCB").locator("[data-cell=percent]")).hasText("−0.83");
    }

    @Test
    void a_trade_changes_its_row_and_leaves_the_others_alone() throws Exception {
        visit.page()
                .evaluate(
                        "() => document.querySelectorAll('#prices tr').forEach((row) => new MutationObserver(() => "
                                + "row.dataset.touched = 'yes').observe(row, { subtree: true, childList: true, characterData: true }))");

        new Producer(server)
                .push("{\"type\":\"trade\",\"symbol\":\"HPG\",\"price\":30200,\"volume\":50,"
                        + "\"session\":\"CONTINUOUS\"" + AT);

        assertThat(row("HPG").locator("[data-cell=last]")).hasText("30,200");
        assertThat(row("HPG").locator("[data-cell=volume]")).hasText("350");
        assertThat(visit.at("#prices tr[data-touched]")).hasCount(1);
    }

    @Test
    void it_is_sorted_by_a_click_on_a_head_and_the_other_way_by_a_second() {
        Locator percent = visit.at("th[data-sort=percent]");

        percent.locator("button").click();
        assertThat(percent).hasAttribute("aria-sort", "descending");
        assertFirst("FPT");

        percent.locator("button").click();
        assertThat(percent).hasAttribute("aria-sort", "ascending");
        assertFirst("VNM");
    }

    @Test
    void it_shows_what_is_looked_for_by_symbol_or_sector_and_says_when_there_is_none() {
        visit.page().keyboard().press("/");
        assertThat(visit.at("#find")).isFocused();
        visit.page().keyboard().type("fp");
        assertThat(visit.at("#prices th")).hasText(List.of("FPT").toArray(String[]::new));

        visit.at("#find").fill("technology");
        assertThat(visit.at("#prices th")).hasText(List.of("FPT").toArray(String[]::new));

        visit.at("#find").fill("nothing like it");
        assertThat(visit.at("#none-left")).isVisible();
    }

    @Test
    void it_shows_only_what_stands_at_its_ceiling_or_floor() {
        visit.at("#only").selectOption("limit");

        assertThat(visit.at("#prices th")).hasText(new String[] {"FPT", "VNM"});
    }

    @Test
    void a_pinned_stock_stays_on_top_until_the_next_visit_and_longer() {
        row("VCB").locator(".pin button").click();
        assertFirst("VCB");

        visit.at("th[data-sort=percent] button").click();
        assertFirst("VCB");

        visit.comeTo(server);
        assertFirst("VCB");
        assertThat(visit.at("th[data-sort=percent]")).hasAttribute("aria-sort", "descending");
    }

    @Test
    void it_can_be_walked_and_pinned_with_the_keyboard() {
        visit.at("#prices .pin button[tabindex='0']").focus();
        visit.page().keyboard().press("End");
        visit.page().keyboard().press("ArrowUp");
        Locator focused = visit.at("#prices .pin button:focus");
        assertThat(focused).hasAttribute("data-symbol", "VPB");

        visit.page().keyboard().press("Space");

        assertFirst("VPB");
        assertThat(focused).hasAttribute("data-symbol", "VPB");
        assertThat(focused).hasAttribute("aria-pressed", "true");
    }

    /** All rows at once, which stand in the order of their symbols. */
    private void assertShows(JsonObject prices, String cell, String name) {
        String[] values = prices.keySet().stream()
                .sorted()
                .map(symbol -> written(prices.getJsonObject(symbol).getInt(name)))
                .toArray(String[]::new);
        assertThat(visit.at("#prices [data-cell=" + cell + "]")).hasText(values);
    }

    private static String written(int value) {
        return value == 0 ? "–" : String.format(Locale.ROOT, "%,d", value);
    }

    private void assertFirst(String symbol) {
        assertThat(visit.at("#prices th").first()).hasText(symbol);
    }

    private Locator row(String symbol) {
        return visit.at("#prices tr:has(button[data-symbol=" + symbol + "])");
    }
}
