package org.tickcast.it.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TickcastWar;

/** Whoever runs the server may have a policy of his own, which takes the place of ours. */
@ExtendWith(ArquillianExtension.class)
class OwnPolicyIT {

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    @TargetsContainer("ingest")
    static WebArchive tickcast() {
        return TickcastWar.withPolicyOfOnesOwn();
    }

    @Test
    void what_it_allows_is_done_and_what_it_does_not_is_not() throws Exception {
        String editor = HubTalker.token("ed", "editor");
        assertThat(post("/api/rooms", HubTalker.token("lan"), "{\"room_id\":\"news.lan\"}"))
                .isEqualTo(403);
        assertThat(post("/api/rooms", editor, "{\"room_id\":\"news.vn30\"}")).isEqualTo(201);
        assertThat(post("/api/rooms", editor, "{\"room_id\":\"talk.vn30\"}")).isEqualTo(201);

        try (HubTalker ed = HubTalker.open("127.21.4.1", server, "ed");
                HubTalker lan = HubTalker.open("127.21.4.2", server, "lan")
                        .joins("news.vn30")
                        .joins("talk.vn30")) {
            lan.chats("news.vn30", "I have heard");
            assertThat(lan.hearsError()).isEqualTo("room-forbidden");
            lan.chats("talk.vn30", "I have heard");
            lan.hears("chat");
            ed.chats("news.vn30", "It is so");
            assertThat(lan.hears("chat")).containsEntry("from", "ed").containsEntry("message", "It is so");
        }
        assertThat(post("/api/rooms/news.vn30/messages", HubTalker.token("lan"), "{\"message\":\"I have heard\"}"))
                .isEqualTo(403);
    }

    private int post(String path, String token, String body) throws Exception {
        return RestClient.send(server, "POST", path, token, body).statusCode();
    }
}
