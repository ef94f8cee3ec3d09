package org.tickcast.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tickcast.testing.server.TickcastWar;

/** Somebody at the page, and whatever the browser complains of meanwhile: errors, and what the policy of the page forbids. */
final class Visit implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 30_000;
    private static final String WHAT_AXE_FINDS = """
            async () => (await axe.run()).violations.flatMap(({ id, nodes }) =>
                nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`))
            """;

    private static final String LISTEN = """
            () => {
              const chip = document.getElementById('chip');
              globalThis.said = '';
              globalThis.hearing?.disconnect();
              globalThis.hearing = new MutationObserver(() => { globalThis.said += chip.textContent + '\\n'; });
              globalThis.hearing.observe(chip, { childList: true, subtree: true, characterData: true });
            }
            """;

    private static final String HAS_SAID = """
            (words) => words.reduce((from, word) => from < 0 ? from : globalThis.said.indexOf(word, from), 0) >= 0
            """;

    private final BrowserContext window;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> sockets = new ArrayList<>();

    Visit(BrowserContext window) {
        this.window = window;
        page = window.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onWebSocket(socket -> sockets.add(socket.url()));
    }

    /** Comes by the link in the log of the server. */
    Visit comeTo(URL server) {
        return comeTo(server, TickcastWar.TOKEN);
    }

    Visit comeTo(URL server, String token) {
        page.navigate(server + "?token=" + token);
        return this;
    }

    Page page() {
        return page;
    }

    Locator at(String selector) {
        return page.locator(selector);
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    List<String> sockets() {
        return List.copyOf(sockets);
    }

    void enter(String token) {
        at("#token").fill(token);
        at("#ask button").click();
    }

    /** From now on what the page says of its connection is taken down, however briefly it says so. */
    void listen() {
        page.evaluate(LISTEN);
    }

    /** Waits until it has said all this since, in this order, perhaps with something else between. */
    void awaitSaid(String... words) {
        page.waitForCondition(
                () -> (boolean) page.evaluate(HAS_SAID, List.of(words)),
                new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Before anything else, where a test wants to turn the page's time by hand. Until it does, it goes by from then on. */
    void holdTime(Instant start) {
        page.clock().install(new Clock.InstallOptions().setTime(start.toEpochMilli()));
    }

    /** A minute later, which to the page is a lid that was closed and opened again. */
    void stopTime() {
        page.clock().pauseAt(((Number) page.evaluate("() => Date.now() + 60_000")).longValue());
    }

    void pass(long millis) {
        page.clock().runFor(millis);
    }

    void letTimeGo() {
        page.clock().resume();
    }

    /** On a new socket, with what was missed, and nothing that had to be asked for again. */
    void assertWentOnWhereItWas() {
        assertThat(sockets)
                .filteredOn(address -> address.contains("/ws/market"))
                .last()
                .asString()
                .contains("since=");
        awaitChange(at("#prices"));
        assertThat(connectionOf("Market").locator("[data-cell=resyncs]")).hasText("0");
    }

    Locator connectionOf(String channel) {
        return at("#connection tbody tr").filter(new Locator.FilterOptions().setHasText(channel));
    }

    void awaitLive() {
        awaitText(at("#chip"), "Live");
        assertThat(at("#market")).isVisible();
    }

    static void awaitText(Locator place, String text) {
        assertThat(place).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Waits until something else stands there. */
    static void awaitChange(Locator place) {
        var patience =
                new LocatorAssertions.HasTextOptions().setUseInnerText(true).setTimeout(PATIENCE_MILLIS);
        assertThat(place).not().hasText(place.innerText(), patience);
    }

    /** Nothing on the page keeps anybody out, as far as a program can tell. */
    void assertAxeFindsNothing() throws IOException {
        try (InputStream script = Objects.requireNonNull(Visit.class.getResourceAsStream("/axe.min.js"))) {
            page.evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(page.evaluate(WHAT_AXE_FINDS)).isEqualTo(List.of());
    }

    void assertNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        window.close();
    }
}
