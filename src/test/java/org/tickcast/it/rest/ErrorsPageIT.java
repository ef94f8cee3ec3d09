package org.tickcast.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TestedServer;
import org.tickcast.testing.server.TickcastWar;

/** The type of a problem leads to a page on the very server that reports it. */
@ExtendWith(ArquillianExtension.class)
class ErrorsPageIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Test
    void the_page_is_there_for_everybody_as_text_that_browsers_show() throws Exception {
        HttpResponse<String> page = new RestClient(server).getWithoutToken("/docs/errors.md");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualToIgnoringCase("text/plain;charset=UTF-8");
        assertThat(page.body()).isEqualTo(Files.readString(Path.of("docs/errors.md")));
    }

    @Test
    void the_type_of_a_refusal_is_its_address() throws Exception {
        RestClient client = new RestClient(server);
        String type =
                RestClient.parsed(client.getWithoutToken("/api/sectors").body()).getString("type");

        String page =
                client.getWithoutToken(type.substring(0, type.indexOf('#'))).body();

        assertThat(page).contains("\n## " + type.substring(type.indexOf('#') + 1) + "\n");
    }

    @Test
    void so_is_that_of_a_refusal_of_the_hub() throws Exception {
        RestClient client = new RestClient(server);
        String type =
                RestClient.parsed(client.get("/api/presence/nowhere").body()).getString("type");

        String page =
                client.getWithoutToken(type.substring(0, type.indexOf('#'))).body();

        assertThat(page).contains("\n| `" + type.substring(type.indexOf('#') + 1) + "` |");
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/css/page.css, text/css",
        "/js/page/main.js, javascript",
        "/img/tickcast.svg, image/svg+xml"
    })
    void the_other_files_have_the_types_they_had(String path, String type) throws Exception {
        HttpResponse<String> file = new RestClient(server).getWithoutToken(path);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).contains(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/operating.md", "/docs/", "/WEB-INF/web.xml"})
    void nothing_else_of_the_sort_is_shown(String path) throws Exception {
        // A directory is forbidden on WildFly, which lists none either.
        int expected = TestedServer.isWildFly() && path.equals("/docs/") ? 403 : 404;

        assertThat(new RestClient(server).getWithoutToken(path).statusCode()).isEqualTo(expected);
    }
}
