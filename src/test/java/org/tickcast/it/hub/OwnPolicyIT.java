package org.tickcast.it.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.SilentNights;
import org.tickcast.testing.server.TickcastWar;

/** Whoever runs the server may have a policy of his own, which takes the place of ours. */
@ExtendWith(ArquillianExtension.class)
class OwnPolicyIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints().addClass(SilentNights.class);
    }

    @Test
    void what_it_allows_is_done_and_what_it_does_not_is_not() throws Exception {
        String anybody = HubTalker.token("anybody");
        String operator = HubTalker.token("root", "admin");

        assertThat(RestClient.send(server, "POST", "/api/rooms", anybody, "{\"room_id\":\"mine\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(RestClient.send(server, "POST", "/api/broadcast", operator, "{\"message\":\"hello\"}")
                        .statusCode())
                .isEqualTo(403);
        try (HubTalker lan = HubTalker.open("127.21.4.1", server, "lan").joins("mine")) {
            lan.chats("mine", "hello");
            assertThat(lan.hearsError()).isEqualTo("room-forbidden");
        }
    }
}
