package org.tickcast.it.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.PlainJson.asObject;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickcast.testing.server.BareClient;
import org.tickcast.testing.server.HubTalker;
import org.tickcast.testing.server.RestClient;
import org.tickcast.testing.server.TestTokens;
import org.tickcast.testing.server.TickcastWar;

/** What makes no sense is answered with an error; who goes on with it, or sends too much, is closed. */
@ExtendWith(ArquillianExtension.class)
class HubBadInputIT {

    private static final int LONGEST = 16 * 1024;

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':                                                       | not-json",
                "[]                                                             | not-json",
                "`` | not-json",
                "hello                                                          | not-json",
                "{'type':'chat'} {'type':'chat'}                                | not-json",
                "{'type':7}                                                     | bad-field",
                "{'payload':{}}                                                 | bad-field",
                "{'type':'chat','payload':'floor'}                              | bad-field",
                "{'type':'chat','payload':{'room_id':['floor'],'message':'x'}}  | bad-field",
                "{'type':'chat','payload':{'room_id':'floor'}}                  | bad-field",
                "{'type':'chat','payload':{'room_id':'floor','message':7}}      | bad-field",
                "{'type':'chat','type':'ping'}                                  | bad-field",
                "{'type':'chat','message_id':{},'payload':{'room_id':'floor','message':'x'}} | bad-field",
                "{'type':'chat','room_id':'floor','payload':{'room_id':'vip','message':'x'}} | bad-field",
                "{'type':'chat'}                                                | bad-field",
                "{'type':'dance'}                                               | unknown-type",
                "{'type':'join_room','payload':{'room_id':'nowhere'}}           | room-not-found",
                "{'type':'join_room','payload':{'room_id':'vip'}}               | room-forbidden",
                "{'type':'leave_room','payload':{'room_id':'floor'}}            | not-a-member",
                "{'type':'chat','payload':{'room_id':'floor','message':'x'}}    | not-a-member",
                "{'type':'history','payload':{'room_id':'vip'}}                 | not-a-member",
            })
    void what_makes_no_sense_is_answered_and_the_socket_stays(String message, String code) throws IOException {
        try (HubTalker stranger = open("stranger", 1)) {
            stranger.says(message);

            assertThat(stranger.hearsError()).isEqualTo(code);
            assertThat(stranger.hearsUntilPong()).isEmpty();
        }
    }

    @Test
    void a_thousand_levels_are_too_deep() throws IOException {
        try (HubTalker lan = open("lan", 1)) {
            lan.says("{'type':'chat','payload':" + "[".repeat(1_000) + "]".repeat(1_000) + "}");

            assertThat(lan.hearsError()).isEqualTo("too-deep");
            lan.says("{'a':".repeat(1_000) + "1" + "}".repeat(1_000));
            assertThat(lan.hearsError()).isEqualTo("too-deep");
        }
    }

    @Test
    void ids_of_ten_thousand_characters_are_refused_and_not_repeated() throws IOException {
        String id = "x".repeat(10_000);
        try (HubTalker lan = open("lan", 1)) {
            lan.says("{'type':'join_room','payload':{'room_id':'" + id + "'}}");
            Map<String, @Nullable Object> error = lan.hears("error");
            assertThat(error).containsEntry("code", "bad-field").doesNotContainValue(id);

            lan.says("{'type':'ping','message_id':'" + id + "'}");
            assertThat(lan.hears("error")).containsEntry("code", "bad-field").doesNotContainValue(id);
            lan.says("{'type':'" + id + "'}");
            assertThat(lan.hears("error").toString()).doesNotContain(id);
        }
    }

    @Test
    void sixteen_KiB_are_read_and_one_byte_more_closes_the_socket() throws IOException {
        try (HubTalker lan = open("lan", 1)) {
            String ping = "{'type':'ping'}";
            lan.says(ping + " ".repeat(LONGEST - ping.length()));
            lan.hears("pong");

            lan.says(ping + " ".repeat(LONGEST - ping.length() + 1));
            assertThat(lan.socket().closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void a_text_has_no_control_characters_and_no_halves() throws IOException {
        try (HubTalker lan = open("lan", 1).joins("floor")) {
            lan.chats("floor", "a\\u0000b");
            assertThat(lan.hearsError()).isEqualTo("bad-text");
            lan.chats("floor", "a\\ud83d");
            assertThat(lan.hearsError()).isEqualTo("bad-text");
            lan.chats("floor", "x".repeat(2_001));
            assertThat(lan.hearsError()).isEqualTo("text-too-long");
            lan.chats("floor", "<script>alert(1)</script>");
            assertThat(lan.hears("chat")).containsEntry("message", "<script>alert(1)</script>");
        }
    }

    @Test
    void the_same_message_id_is_not_for_another_text() throws IOException {
        try (HubTalker lan = open("lan", 1).joins("floor")) {
            lan.says("{'type':'chat','message_id':'one','payload':{'room_id':'floor','message':'a'}}");
            lan.hears("ack");
            lan.says("{'type':'chat','message_id':'one','payload':{'room_id':'floor','message':'b'}}");

            assertThat(lan.hears("error"))
                    .containsEntry("code", "message-id-reused")
                    .containsEntry("message_id", "one");
        }
    }

    @Test
    void nobody_speaks_for_somebody_else() throws IOException {
        try (HubTalker lan = open("lan", 1).joins("floor")) {
            lan.says("{'type':'chat','from':'root','timestamp':1,'payload':"
                    + "{'room_id':'floor','message':'pay me','from':'root'}}");

            Map<String, @Nullable Object> chat = lan.hears("chat");
            assertThat(chat).containsEntry("from", "lan").doesNotContainEntry("timestamp", 1.0);
            assertThat(asObject(chat.get("payload"))).containsEntry("from", "lan");
        }
    }

    @Test
    void to_join_twice_is_to_join() throws IOException {
        try (HubTalker lan = open("lan", 1).joins("floor").joins("floor")) {
            lan.says("{'type':'members','payload':{'room_id':'floor'}}");

            assertThat(String.valueOf(lan.hears("members").get("payload"))).containsOnlyOnce("user_id=lan");
        }
    }

    @Test
    void nothing_is_said_in_a_room_that_one_has_left() throws IOException {
        try (HubTalker lan = open("leaver", 1).joins("floor")) {
            lan.says("{'type':'leave_room','payload':{'room_id':'floor'}}").hears("room_left");

            lan.chats("floor", "one more thing");
            assertThat(lan.hearsError()).isEqualTo("not-a-member");
            lan.says("{'type':'leave_room','payload':{'room_id':'floor'}}");
            assertThat(lan.hearsError()).isEqualTo("not-a-member");
        }
    }

    @Test
    void who_says_nothing_but_nonsense_is_closed_after_he_was_told_why() throws IOException {
        try (HubTalker lan = open("lan", 1)) {
            lan.socket().sendTextAtOnce("{", 10);

            for (int i = 0; i < 10; i++) {
                assertThat(lan.hearsError()).isEqualTo("not-json");
            }
            assertThat(lan.socket().closeFrame()).startsWith("1008 ");
        }
    }

    @Test
    void who_floods_is_told_so_in_the_words_of_the_hub_and_then_closed() throws IOException {
        String slow = TestTokens.of("{\"sub\":\"flood\"}");
        try (HubTalker flood =
                HubTalker.over(BareClient.from("127.21.2.9", server).upgrade("/ws", "Authorization: Bearer " + slow))) {
            flood.socket().sendTextAtOnce("{\"type\":\"ping\"}", 13);

            Map<String, @Nullable Object> error = flood.hears("error");
            assertThat(error).containsEntry("code", "message-rate").containsEntry("message", "Too many messages");
            assertThat(asObject(asObject(error.get("payload")).get("limit")))
                    .containsEntry("per_second", 10.0)
                    .containsEntry("per_minute", 100.0);
            assertThat(flood.socket().closeCode()).isEqualTo(4013);
        }
    }

    @Test
    void a_user_who_comes_and_goes_all_the_time_is_no_event() throws Exception {
        // A room and people of its own: who was in another test until a moment ago is still there for his grace.
        RestClient.send(server, "POST", "/api/rooms", HubTalker.token("root", "admin"), "{\"room_id\":\"storm\"}");
        try (HubTalker tam = open("tam", 3).joins("storm");
                HubTalker vu = open("vu", 1).joins("storm")) {
            tam.socket().textWith("\"vu\""); // By himself, or together with who else came within the same second.
            for (int i = 0; i < 20; i++) {
                try (HubTalker again = open("vu", 2)) {
                    again.says("{'type':'join_room','payload':{'room_id':'storm'}}");
                    again.hears("room_joined");
                }
            }
            vu.chats("storm", "still here");

            List<@Nullable Object> meanwhile = new ArrayList<>();
            for (Object type = tam.hears().get("type");
                    !"chat".equals(type);
                    type = tam.hears().get("type")) {
                meanwhile.add(type);
            }
            // That vu came online at first may be among it.
            assertThat(meanwhile).doesNotContain("user_offline", "user_left").hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void binary_is_not_spoken_here() throws IOException {
        try (HubTalker lan = open("lan", 1)) {
            lan.socket().sendBinary(new byte[] {1, 2, 3});

            assertThat(lan.socket().closeCode()).isEqualTo(1003);
        }
    }

    private HubTalker open(String user, int host) throws IOException {
        return HubTalker.open("127.21.2." + host, server, user);
    }
}
