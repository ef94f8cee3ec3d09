package org.tickcast.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TickcastWar;

/** The server shows the document to everybody, and what it says is so. */
@ExtendWith(ArquillianExtension.class)
class OpenApiIT {

    private static final String INGEST = "/api/ingest";
    /** What is asked of a room, in HubRestIT. */
    private static final Set<String> OF_A_ROOM = Set.of("/api/presence/{room}", "/api/rooms/{id}/members");

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @SuppressWarnings("NullAway.Init")
    private RestClient client;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @BeforeEach
    void makeClient() {
        client = new RestClient(server);
    }

    @Test
    void whoever_wants_to_ask_may_read_how_without_a_token() throws Exception {
        HttpResponse<String> answer = client.getWithoutToken("/openapi");

        assertThat(answer.statusCode()).isEqualTo(200);
        // WildFly reads the document and writes it anew, with its parts in another order.
        assertThat(answer.body().lines()).contains("openapi: 3.0.3", "  title: Tickcast");
    }

    @Test
    void every_path_in_it_answers_as_it_says() throws Exception {
        JsonObject document = client.getJson("/openapi");
        JsonObject paths = document.getJsonObject("paths");
        DocumentedShape shapes = new DocumentedShape(document);

        assertThat(paths).hasSize(35).containsKey(INGEST);
        for (String path :
                paths.keySet().stream().filter(each -> each.startsWith("/api")).toList()) {
            if (OF_A_ROOM.contains(path) || !paths.getJsonObject(path).containsKey("get")) {
                continue; // IngestIT and HubRestIT ask these, in ways of their own.
            }
            JsonObject schema = paths.getJsonObject(path)
                    .getJsonObject("get")
                    .getJsonObject("responses")
                    .getJsonObject("200")
                    .getJsonObject("content")
                    .getJsonObject("application/json")
                    .getJsonObject("schema");
            shapes.assertShape(path, client.getValue(path.replace("{id}", "VN30")), schema);
        }
    }

    @Test
    void a_refusal_is_as_it_says_too() throws Exception {
        JsonObject document = client.getJson("/openapi");
        JsonObject problem =
                document.getJsonObject("components").getJsonObject("schemas").getJsonObject("Problem");

        HttpResponse<String> refusal = client.getWithoutToken("/api/market/snapshot");

        new DocumentedShape(document).assertShape("401", RestClient.parsed(refusal.body()), problem);
        assertThat(Map.of("header", "http", "query", "apiKey"))
                .allSatisfy((name, type) -> assertThat(document.getJsonObject("components")
                                .getJsonObject("securitySchemes")
                                .getJsonObject(name)
                                .getString("type"))
                        .isEqualTo(type));
        assertThat(document.getJsonArray("security")).hasSize(2);
        assertThat(Set.copyOf(document.keySet())).contains("openapi", "info", "servers");
    }
}
