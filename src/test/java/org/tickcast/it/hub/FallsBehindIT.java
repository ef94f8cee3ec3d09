package org.tickcast.it.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.PlainJson.asList;
import static org.tickcast.testing.PlainJson.asObject;
import static org.tickcast.testing.PlainJson.text;

import java.net.URL;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.TargetsContainer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TickcastWar;

/** Nothing that is said is left out, so who has too much to wait for is sent away, and asks for it when he is back. */
@ExtendWith(ArquillianExtension.class)
class FallsBehindIT {

    /** In bytes of UTF-8, three of which are a character; a text stands in a frame twice. */
    private static final int BYTES_OF_A_CHARACTER = 2 * 3;

    private static final int LONGEST_TEXT = 4_000;
    /** More than Linux (4 MB, as it comes), the server (256 KB) and the hub (1.5 MB) keep for one client. */
    private static final int MORE_THAN_IS_KEPT = 9_000_000;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    @TargetsContainer("ingest")
    static WebArchive tickcast() {
        return TickcastWar.withPolicyOfOnesOwn();
    }

    @Test
    void who_falls_behind_is_closed_while_the_others_hear_on_and_learns_what_is_left_of_it() throws Exception {
        RestClient.send(server, "POST", "/api/rooms", HubTalker.token("root", "admin"), "{\"room_id\":\"behind\"}");
        BareClient connection = BareClient.withLittleRoom("127.21.5.1", server)
                .upgrade("/ws", "Authorization: Bearer " + HubTalker.token("slow"));
        try (HubTalker slow = HubTalker.over(connection).joins("behind");
                HubTalker prompt =
                        HubTalker.open("127.21.5.2", server, "prompt").joins("behind")) {
            String first = saysMoreThanIsKept(prompt);

            assertThat(slow.socket().closeCode()).isEqualTo(4015);

            try (HubTalker back = HubTalker.open("127.21.5.1", server, "slow")) {
                back.says("{'type':'join_room','payload':{'room_id':'behind','since':'" + first + "'}}");
                Map<String, @Nullable Object> missed = back.hears("history");
                assertThat(missed).containsEntry("gap", true).containsEntry("more", true);
                assertThat(asList(asObject(missed.get("payload")).get("messages")))
                        .allSatisfy(message -> assertThat(asObject(message)).containsEntry("from", "prompt"));
            }
        }
    }

    /** The id of the first message. */
    private static String saysMoreThanIsKept(HubTalker prompt) throws Exception {
        String longest = "\u1ea1".repeat(LONGEST_TEXT);
        String first = text(prompt.chats("behind", longest).hears("chat"), "id");
        for (int said = 0; said < MORE_THAN_IS_KEPT; said += LONGEST_TEXT * BYTES_OF_A_CHARACTER) {
            prompt.chats("behind", longest).hears("chat");
        }
        return first;
    }
}
