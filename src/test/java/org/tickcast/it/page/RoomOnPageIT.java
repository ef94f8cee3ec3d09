package org.tickcast.it.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.URL;
import java.util.Objects;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.Browser;
import org.tickcast.testing.server.Cable;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.TickcastWar;

/** People who talk on the page, each with an address and a cable of their own. */
@ExtendWith(ArquillianExtension.class)
class RoomOnPageIT {

    private static final double PATIENCE_MILLIS = 30_000;

    private static @Nullable Browser browser;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
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

    @Test
    void two_browsers_talk_and_what_is_hostile_is_only_text() throws IOException {
        String hostile = "<img src=x onerror=alert(1)><script>alert(2)</script> ${7*7}";
        try (Cable first = new Cable("127.22.0.1", server);
                Cable second = new Cable("127.22.0.2", server);
                Visit minh = goIn(first, "minh");
                Visit eve = goIn(second, "<b>eve</b>")) {
            awaitVisible(minh.at(".people").getByText("<b>eve</b>", exactly()));

            say(eve, hostile);
            awaitVisible(minh.at("#room .log").getByText(hostile, new Locator.GetByTextOptions().setExact(true)));
            say(minh, "I see no picture");

            awaitVisible(eve.at("#room .log").getByText("I see no picture"));
            awaitNone(minh.at("#room .log [data-state=waiting]"));
            assertThat(minh.connectionOf("Room")).containsText("Live");
            assertThat(minh.at("#room :is(img, script, li b b, .people li b)")).hasCount(0);
            assertThat(minh.sockets()).hasSize(3).noneMatch(address -> address.contains("eyJ"));
            minh.assertNoComplaints();
            eve.assertNoComplaints();
        }
    }

    @Test
    void who_closes_the_tab_is_gone_for_the_others() throws IOException {
        try (Cable first = new Cable("127.22.0.3", server);
                Cable second = new Cable("127.22.0.4", server);
                Visit thu = goIn(first, "thu")) {
            try (Visit son = goIn(second, "son")) {
                awaitVisible(son.at(".people").getByText("thu", exactly()));
                awaitVisible(thu.at(".people").getByText("son", exactly()));
            }

            awaitNone(thu.at(".people").getByText("son", exactly()));
            assertThat(thu.at(".people").getByText("thu", exactly())).isVisible();
        }
    }

    @Test
    void what_is_said_while_the_network_is_cut_waits_and_arrives_once_and_the_market_goes_on() throws IOException {
        try (Cable first = new Cable("127.22.0.5", server);
                Cable second = new Cable("127.22.0.6", server);
                Visit quang = goIn(first, "quang");
                Visit van = goIn(second, "van")) {
            quang.awaitLive();

            first.cut();
            Visit.awaitText(quang.at("#chip"), "Reconnecting");
            Visit.awaitText(quang.at("#room [role=status]"), "Reconnecting");
            say(quang, "from the tunnel");
            assertThat(quang.at("#room .log [data-state=waiting]")).containsText("from the tunnel");
            assertThat(quang.at("#room .log [data-state=waiting]")).containsText("waiting to be sent");
            say(van, "where are you?");
            first.mend();

            quang.awaitLive();
            awaitVisible(quang.at("#room .log").getByText("where are you?"));
            awaitVisible(van.at("#room .log").getByText("from the tunnel"));
            awaitNone(quang.at("#room .log [data-state=waiting]"));
            assertThat(quang.at("#room .log").getByText("from the tunnel")).hasCount(1);
            quang.assertWentOnWhereItWas();
        }
    }

    private static Visit goIn(Cable cable, String user) throws IOException {
        Visit visit = new Visit(Objects.requireNonNull(browser).newWindow());
        visit.comeTo(cable.url(), HubTalker.token(user));
        visit.at("#room-choice").selectOption("floor");
        visit.at("#room-enter").click();
        awaitVisible(visit.at(".people li[data-mine=true]"));
        return visit;
    }

    private static void say(Visit visit, String words) {
        visit.at("#words").fill(words);
        visit.at("#say button").click();
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static void awaitVisible(Locator place) {
        assertThat(place.first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static void awaitNone(Locator place) {
        assertThat(place).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MILLIS));
    }
}
