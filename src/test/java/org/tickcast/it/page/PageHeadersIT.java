package org.tickcast.it.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpHeaders;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TickcastWar;

/** What goes with the files of the page, whichever way they are asked for. */
@ExtendWith(ArquillianExtension.class)
class PageHeadersIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?token=secret",
                "/index.html",
                "/admin.html",
                "/css/page.css",
                "/js/tickcast.js",
                "/js/page/main.js",
                "/console/",
                "/js/console/worker.js",
                "/vendor/uplot/uPlot.iife.min.js",
                "/img/tickcast.svg",
                "/docs/errors.md",
                "/js/nothing-like-it.js"
            })
    void it_may_run_our_scripts_and_talk_to_us_and_be_inside_no_other_page(String path) throws Exception {
        HttpHeaders headers = new RestClient(server).getWithoutToken(path).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe", "*", "http", "data:", "blob:");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("X-Frame-Options")).hasValue("DENY");
    }

    @Test
    void the_licence_of_what_others_have_written_is_there_too() throws Exception {
        String licence =
                new RestClient(server).getWithoutToken("/vendor/uplot/LICENSE").body();

        assertThat(licence).contains("MIT License", "Leon Sorokin");
    }
}
