package org.tickcast.it.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.PlainJson.asList;
import static org.tickcast.testing.PlainJson.asObject;
import static org.tickcast.testing.PlainJson.text;

import java.io.IOException;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
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

/** People in rooms. The server has a public room, floor, and a private one, vip, of which olga is the owner and mai a member. */
@ExtendWith(ArquillianExtension.class)
class HubIT {

    private static final String ADMIN = HubTalker.token("root", "admin");

    @ArquillianResource
    @SuppressWarnings("NullAway.Init")
    private URL server;

    @Deployment(testable = false)
    static WebArchive tickcast() {
        return TickcastWar.withTestEndpoints();
    }

    @Test
    void what_one_says_the_other_hears_and_nothing_is_said_twice() throws Exception {
        make("talk");
        try (HubTalker ann = open("ann", 1).joins("talk");
                HubTalker bob = open("bob", 2).joins("talk")) {
            String said = "{'type':'chat','message_id':'m-1','payload':{'room_id':'talk','message':'hello \\u2713'}}";

            ann.says(said);
            Map<String, @Nullable Object> ack = ann.hears("ack");
            ann.says(said);

            assertThat(ann.hears("ack").get("id")).isEqualTo(ack.get("id"));
            Map<String, @Nullable Object> chat = bob.hears("chat");
            assertThat(chat)
                    .containsEntry("from", "ann")
                    .containsEntry("message", "hello ✓")
                    .containsEntry("id", ack.get("id"));
            assertThat(asObject(chat.get("payload"))).containsEntry("from", "ann");
            assertThat(bob.hearsUntilPong()).doesNotContain("chat");
        }
    }

    @Test
    void who_comes_back_hears_what_he_missed() throws Exception {
        make("missed");
        try (HubTalker bob = open("bob", 2).joins("missed")) {
            String last;
            try (HubTalker ann = open("ann", 1).joins("missed").chats("missed", "one")) {
                last = text(ann.hears("chat"), "id");
            }
            bob.chats("missed", "two").chats("missed", "three");
            bob.hears("chat");
            bob.hears("chat");
            bob.hears("chat");

            try (HubTalker again = open("ann", 1)) {
                again.says("{'type':'join_room','payload':{'room_id':'missed','since':'" + last + "'}}");
                Map<String, @Nullable Object> history = again.hears("history");

                assertThat(history).containsEntry("gap", false);
                assertThat(asList(asObject(history.get("payload")).get("messages")))
                        .extracting(each -> asObject(each).get("message"))
                        .containsExactly("two", "three");
            }
        }
    }

    @Test
    void all_devices_of_a_user_are_one_member() throws Exception {
        make("devices");
        try (HubTalker first = open("dan", 3).joins("devices");
                HubTalker second = open("dan", 3)) {
            assertThat(first.hears("device_connected")).containsEntry("device_count", 2.0);

            second.chats("devices", "from the second");

            assertThat(first.hears("chat")).containsEntry("message", "from the second");
            assertThat(second.hears("chat")).containsEntry("from", "dan");
            first.says("{'type':'leave_room','payload':{'room_id':'devices'}}");
            second.hears("room_left");
        }
    }

    @Test
    void a_private_room_takes_only_whom_its_owner_lets_in() throws Exception {
        try (HubTalker olga = open("olga", 4);
                HubTalker mai = open("mai", 5);
                HubTalker quy = open("quy", 6)) {
            quy.says("{'type':'join_room','payload':{'room_id':'vip'}}");
            assertThat(quy.hearsError()).isEqualTo("room-forbidden");
            quy.says("{'type':'rooms'}");
            assertThat(asList(asObject(quy.hears("rooms").get("payload")).get("rooms")))
                    .extracting(room -> asObject(room).get("room_id"))
                    .contains("floor")
                    .doesNotContain("vip");
            mai.chats("vip", "only us");
            assertThat(olga.hears("chat")).containsEntry("message", "only us");

            HttpResponse<String> answer = RestClient.send(
                    server, "PUT", "/api/rooms/vip/members/quy", HubTalker.token("olga"), "{\"role\":\"member\"}");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(quy.hears("room_joined")).containsEntry("room_id", "vip");
            olga.chats("vip", "welcome");
            assertThat(quy.hears("chat")).containsEntry("message", "welcome");
        }
    }

    @Test
    void who_is_put_out_while_he_is_connected_hears_nothing_more() throws Exception {
        make("out");
        try (HubTalker eve = open("eve", 7).joins("out");
                HubTalker bob = open("bob", 2).joins("out")) {
            assertThat(RestClient.send(server, "DELETE", "/api/rooms/out/members/eve", ADMIN, null)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(eve.hears("room_removed")).containsEntry("room_id", "out");

            bob.chats("out", "about eve");
            bob.hears("chat");
            eve.chats("out", "let me in");

            assertThat(eve.hearsError()).isEqualTo("not-a-member");
            assertThat(eve.hearsUntilPong()).doesNotContain("chat");
        }
    }

    @Test
    void who_comes_and_goes_is_told_to_those_in_the_same_room() throws Exception {
        make("presence");
        try (HubTalker hai = open("hai", 10).joins("presence")) {
            hai.says("{'type':'presence','payload':{'room_id':'presence'}}");
            hai.hears("presence_state");
            try (HubTalker fay = open("fay", 8).joins("presence")) {
                // By itself or, when another came within the same second, together with him.
                assertThat(hai.socket().textWith("\"fay\"")).contains("\"room_id\":\"presence\"");
                fay.socket().sayGoodbye();
            }
            hai.hears("user_offline", "fay");

            try (HubTalker again = open("fay", 8)) {
                hai.hears("user_online", "fay");
                again.says("{'type':'presence','payload':{'room_id':'presence'}}");
                assertThat(asObject(again.hears("presence_state").get("payload"))
                                .get("users"))
                        .isEqualTo(List.of("fay", "hai"));
            }
        }
    }

    @Test
    void who_is_typing_is_told_to_the_others() throws Exception {
        make("typing");
        try (HubTalker ann = open("ann", 1).joins("typing");
                HubTalker bob = open("bob", 2).joins("typing")) {
            ann.says("{'type':'typing','payload':{'room_id':'typing','is_typing':true}}");

            assertThat(bob.hears("typing")).containsEntry("user_id", "ann").containsEntry("is_typing", true);
            assertThat(bob.hears("typing")).as("expired").containsEntry("is_typing", false);
            assertThat(ann.hearsUntilPong()).doesNotContain("typing");
        }
    }

    @Test
    void a_notification_waits_for_who_is_away_until_he_acknowledges_it() throws Exception {
        HttpResponse<String> answer = RestClient.send(
                server, "POST", "/api/users/gia/notify", ADMIN, "{\"message\":\"Your order was filled\"}");
        assertThat(answer.statusCode()).isEqualTo(202);
        String id = RestClient.parsed(answer.body()).getString("id");

        try (HubTalker phone = open("gia", 9);
                HubTalker desk = open("gia", 9)) {
            assertThat(phone.hears("notification"))
                    .containsEntry("id", id)
                    .containsEntry("from", "root")
                    .containsEntry("message", "Your order was filled");
            desk.hears("notification");
            phone.says("{'type':'notification_ack','payload':{'id':'" + id + "'}}");
            assertThat(desk.hears("notification_acked")).containsEntry("id", id);
        }
        try (HubTalker later = open("gia", 9)) {
            assertThat(later.hearsUntilPong()).doesNotContain("notification");
        }
    }

    @Test
    void an_operator_tells_everybody_something() throws Exception {
        try (HubTalker ann = open("ann", 1);
                HubTalker bob = open("bob", 2)) {
            RestClient.send(server, "POST", "/api/broadcast", ADMIN, "{\"message\":\"We restart at six\"}");

            assertThat(ann.hears("broadcast")).containsEntry("message", "We restart at six");
            assertThat(bob.hears("broadcast")).containsEntry("from", "root");
        }
    }

    @Test
    void a_message_over_HTTP_is_one_of_the_room() throws Exception {
        make("program");
        try (HubTalker ann = open("ann", 1).joins("program")) {
            HttpResponse<String> answer = RestClient.send(
                    server, "POST", "/api/rooms/program/messages", HubTalker.token("ann"), "{\"message\":\"beep\"}");

            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(ann.hears("room_message")).containsEntry("from", "ann").containsEntry("message", "beep");
        }
    }

    @Test
    void a_room_that_is_deleted_is_gone_for_those_in_it() throws Exception {
        make("gone");
        try (HubTalker ann = open("ann", 1).joins("gone")) {
            assertThat(RestClient.send(server, "DELETE", "/api/rooms/gone", ADMIN, null)
                            .statusCode())
                    .isEqualTo(204);

            ann.hears("room_deleted");
            ann.chats("gone", "anybody?");
            assertThat(ann.hearsError()).isEqualTo("room-not-found");
        }
    }

    @Test
    void a_member_of_a_channel_notices_nothing_of_all_that() throws Exception {
        make("apart");
        try (BareClient market = BareClient.from("127.21.1.20", server)
                        .upgrade("/ws/market", "Authorization: Bearer " + TickcastWar.TOKEN);
                HubTalker ann = open("ann", 1).joins("apart")) {
            for (int i = 0; i < 50; i++) {
                ann.chats("apart", "hello");
            }
            for (int i = 0; i < 50; i++) {
                ann.hears("chat");
            }

            for (int i = 0; i < 4; i++) {
                assertThat(market.text()).startsWith("{\"derivatives\"");
            }
        }
    }

    private void make(String room) throws Exception {
        assertThat(RestClient.send(server, "POST", "/api/rooms", ADMIN, "{\"room_id\":\"" + room + "\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    private HubTalker open(String user, int host) throws IOException {
        return HubTalker.open("127.21.1." + host, server, user);
    }
}
