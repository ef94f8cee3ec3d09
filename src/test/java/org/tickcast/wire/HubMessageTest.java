package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tickcast.wire.HubCommand.AckNotification;
import org.tickcast.wire.HubCommand.History;
import org.tickcast.wire.HubCommand.JoinRoom;
import org.tickcast.wire.HubCommand.LeaveRoom;
import org.tickcast.wire.HubCommand.ListRooms;
import org.tickcast.wire.HubCommand.Members;
import org.tickcast.wire.HubCommand.Ping;
import org.tickcast.wire.HubCommand.Pong;
import org.tickcast.wire.HubCommand.Presence;
import org.tickcast.wire.HubCommand.Refused;
import org.tickcast.wire.HubCommand.Say;
import org.tickcast.wire.HubCommand.Typing;

class HubMessageTest {

    private static final HubMessageLimits LIMITS = HubMessageLimits.DEFAULTS;

    private record Example(String text, HubCommand means) {}

    @TestFactory
    Stream<DynamicTest> each_message_means_what_the_protocol_says() {
        return Stream.of(
                        new Example("{'type':'ping'}", new Ping()),
                        new Example("{'type':'pong'}", new Pong()),
                        new Example("{'type':'join_room','payload':{'room_id':'r1'}}", new JoinRoom("r1", null)),
                        new Example(
                                "{'type':'join_room','payload':{'room_id':'r1','since':'e-7'}}",
                                new JoinRoom("r1", "e-7")),
                        new Example("{'type':'join_room','room_id':'r1'}", new JoinRoom("r1", null)),
                        new Example("{'type':'leave_room','payload':{'room_id':'r1'}}", new LeaveRoom("r1")),
                        new Example(
                                "{'type':'chat','payload':{'room_id':'r1','message':'hi'}}",
                                new Say("chat", "r1", "hi")),
                        new Example(
                                "{'type':'room_message','room_id':'r1','payload':{'message':'hi'}}",
                                new Say("room_message", "r1", "hi")),
                        new Example("{'type':'typing','payload':{'room_id':'r1'}}", new Typing("r1", true)),
                        new Example(
                                "{'type':'typing','payload':{'room_id':'r1','is_typing':false}}",
                                new Typing("r1", false)),
                        new Example("{'type':'notification_ack','payload':{'id':'n1'}}", new AckNotification("n1")),
                        new Example("{'type':'history','room_id':'r1'}", new History("r1", null, null, 0)),
                        new Example(
                                "{'type':'history','room_id':'r1','after':'e-1','limit':5}",
                                new History("r1", "e-1", null, 5)),
                        new Example(
                                "{'type':'history','room_id':'r1','before':'e-9'}", new History("r1", null, "e-9", 0)),
                        new Example("{'type':'rooms'}", new ListRooms(null)),
                        new Example("{'type':'members','room_id':'r1','after':'ann b'}", new Members("r1", "ann b")),
                        new Example("{'type':'presence','room_id':'r1'}", new Presence("r1", true)),
                        new Example("{'type':'presence','room_id':'r1','watch':false}", new Presence("r1", false)))
                .map(example -> DynamicTest.dynamicTest(
                        example.text(),
                        () -> assertThat(read(example.text()).command()).isEqualTo(example.means())));
    }

    @Test
    void a_message_has_the_name_that_its_client_gave_it_in_either_place() {
        assertThat(read("{'type':'ping','message_id':'m-1'}").messageId()).isEqualTo("m-1");
        assertThat(read("{'type':'ping','payload':{'message_id':'m-1'}}").messageId())
                .isEqualTo("m-1");
        assertThat(read("{'type':'ping'}").messageId()).isNull();
    }

    @Test
    void who_it_is_from_and_when_is_not_looked_at() {
        HubMessage forged = read("{'type':'chat','from':'boss','timestamp':'never',"
                + "'payload':{'room_id':'r1','message':'hi','from':['boss'],'timestamp':{}}}");

        assertThat(forged.command()).isEqualTo(new Say("chat", "r1", "hi"));
    }

    @Test
    void what_is_said_in_both_places_has_to_be_the_same() {
        assertThat(read("{'type':'join_room','room_id':'r1','payload':{'room_id':'r1'}}")
                        .command())
                .isEqualTo(new JoinRoom("r1", null));
        assertThat(refused("{'type':'join_room','room_id':'r1','payload':{'room_id':'r2'}}"))
                .isEqualTo(
                        new Refused(HubError.BAD_FIELD, "room_id is not the same in the payload and beside it", "r2"));
    }

    private record Bad(String name, String text, HubError error) {}

    @TestFactory
    Stream<DynamicTest> what_makes_no_sense_is_refused_for_what_is_wrong_with_it() {
        String tenKilobytes = "x".repeat(10 * 1024);
        return Stream.of(
                        new Bad("nothing", "", HubError.NOT_JSON),
                        new Bad("no JSON", "hello", HubError.NOT_JSON),
                        new Bad("an object that does not end", "{'type':'ping'", HubError.NOT_JSON),
                        new Bad("a list", "['ping']", HubError.NOT_JSON),
                        new Bad("a number", "17", HubError.NOT_JSON),
                        new Bad("two objects", "{'type':'ping'}{'type':'ping'}", HubError.NOT_JSON),
                        new Bad("no type", "{}", HubError.BAD_FIELD),
                        new Bad("a type that is a number", "{'type':5}", HubError.BAD_FIELD),
                        new Bad("a type that is null", "{'type':null}", HubError.BAD_FIELD),
                        new Bad("a type nobody knows", "{'type':'dance'}", HubError.UNKNOWN_TYPE),
                        new Bad("a member twice", "{'type':'ping','type':'pong'}", HubError.BAD_FIELD),
                        new Bad("a payload that is a text", "{'type':'ping','payload':'x'}", HubError.BAD_FIELD),
                        new Bad("no payload", "{'type':'chat'}", HubError.BAD_FIELD),
                        new Bad("no text", "{'type':'chat','payload':{'room_id':'r1'}}", HubError.BAD_FIELD),
                        new Bad(
                                "a text that is a number",
                                "{'type':'chat','payload':{'room_id':'r1','message':5}}",
                                HubError.BAD_FIELD),
                        new Bad("a room that is a list", "{'type':'join_room','room_id':['r1']}", HubError.BAD_FIELD),
                        new Bad("a room with a blank", "{'type':'join_room','room_id':'r 1'}", HubError.BAD_FIELD),
                        new Bad("a room without a name", "{'type':'join_room','room_id':''}", HubError.BAD_FIELD),
                        new Bad(
                                "a room of 10 KB",
                                "{'type':'join_room','room_id':'" + tenKilobytes + "'}",
                                HubError.BAD_FIELD),
                        new Bad(
                                "a message_id of 10 KB",
                                "{'type':'ping','message_id':'" + tenKilobytes + "'}",
                                HubError.BAD_FIELD),
                        new Bad(
                                "a message_id with a line end",
                                "{'type':'ping','message_id':'a\\nb'}",
                                HubError.BAD_FIELD),
                        new Bad(
                                "typing that is a text",
                                "{'type':'typing','room_id':'r1','is_typing':'yes'}",
                                HubError.BAD_FIELD),
                        new Bad("a limit of 0", "{'type':'history','room_id':'r1','limit':0}", HubError.BAD_FIELD),
                        new Bad("a limit of 1.5", "{'type':'history','room_id':'r1','limit':1.5}", HubError.BAD_FIELD),
                        new Bad(
                                "a limit beyond all",
                                "{'type':'history','room_id':'r1','limit':999999999999}",
                                HubError.BAD_FIELD),
                        new Bad(
                                "both ways at once",
                                "{'type':'history','room_id':'r1','after':'a','before':'b'}",
                                HubError.BAD_FIELD),
                        new Bad("an empty text", chat(""), HubError.BAD_TEXT),
                        new Bad("a blank text", chat(" \\n"), HubError.BAD_TEXT),
                        new Bad("a text with NUL", chat("a\\u0000b"), HubError.BAD_TEXT),
                        new Bad("a text with an escape", chat("a\\u001bb"), HubError.BAD_TEXT),
                        new Bad("a text with a C1 control", chat("a\\u0085b"), HubError.BAD_TEXT),
                        new Bad("a text with a carriage return", chat("a\\rb"), HubError.BAD_TEXT),
                        new Bad("a text with a line separator", chat("a\\u2028b"), HubError.BAD_TEXT),
                        new Bad("half a character at the end", chat("a\\ud83d"), HubError.BAD_TEXT),
                        new Bad("half a character at the beginning", chat("\\ude00a"), HubError.BAD_TEXT),
                        new Bad("a text that is too long", chat("a".repeat(2_001)), HubError.TEXT_TOO_LONG),
                        new Bad("16 KiB and one byte", padded(16 * 1024 + 1), HubError.TOO_BIG),
                        new Bad("few characters of many bytes", chat("€".repeat(5_500)), HubError.TOO_BIG),
                        new Bad(
                                "a thousand objects in each other",
                                nested("{'a':", "1", "}", 1_000),
                                HubError.TOO_DEEP),
                        new Bad(
                                "a thousand lists in each other",
                                inPayload(nested("[", "", "]", 1_000)),
                                HubError.TOO_DEEP),
                        new Bad("lists that never close", "{'a':" + "[".repeat(16_000), HubError.TOO_DEEP),
                        new Bad("too many members", "{" + members(33) + "}", HubError.BAD_FIELD),
                        new Bad("a number without end", "{'a':" + "9".repeat(15_000) + "}", HubError.BAD_FIELD))
                .map(bad -> DynamicTest.dynamicTest(
                        bad.name(),
                        () -> assertThat(refused(bad.text()).error()).isEqualTo(bad.error())));
    }

    @Test
    void what_is_just_within_the_limits_is_taken() {
        assertThat(read(padded(16 * 1024)).command()).isEqualTo(new Ping());
        assertThat(read(chat("a".repeat(2_000))).command()).isInstanceOf(Say.class);
        assertThat(read("{'type':'join_room','room_id':'" + "r".repeat(64) + "'}")
                        .command())
                .isInstanceOf(JoinRoom.class);
        assertThat(read(inPayload(nested("[", "", "]", 6))).command()).isEqualTo(new Ping());
    }

    @Test
    void a_text_is_as_long_as_people_see_it() {
        HubCommand faces = read(chat("😀".repeat(2_000))).command();

        assertThat(faces).isEqualTo(new Say("chat", "r1", "😀".repeat(2_000)));
    }

    @Test
    void lines_and_tabs_and_every_script_may_be_said_as_they_are() {
        String text = "a\\tb\\nc <script>alert(1)</script> ' Việt Nam العربية 👩‍👩‍👧";

        assertThat(read(chat(text)).command())
                .isEqualTo(new Say(
                        "chat",
                        "r1",
                        text.replace("\\t", "\t").replace("\\n", "\n").replace('\'', '"')));
    }

    @Test
    void only_a_plain_word_is_repeated_to_the_client() {
        assertThat(refused("{'type':'dance'}").words()).isEqualTo("Unknown message type: dance");
        assertThat(refused("{'type':'<img src=x>'}").words()).isEqualTo("Unknown message type");
        assertThat(refused("{'type':'" + "x".repeat(5_000) + "'}").words()).isEqualTo("Unknown message type");
        assertThat(read("{'type':'a b'}").type()).isNull();
    }

    @Test
    void a_refusal_still_knows_which_message_and_room_it_was_about() {
        HubMessage message = read("{'type':'chat','message_id':'m1','payload':{'room_id':'r1','message':''}}");

        assertThat(message.type()).isEqualTo("chat");
        assertThat(message.messageId()).isEqualTo("m1");
        assertThat(message.command()).isEqualTo(new Refused(HubError.BAD_TEXT, HubError.BAD_TEXT.words(), "r1"));
    }

    @Property(tries = 2_000)
    void whatever_the_text_is_there_is_an_answer(@ForAll("rubbish") String text) {
        assertThat(HubMessage.read(text, LIMITS).command()).isNotNull();
    }

    @Provide
    Arbitrary<String> rubbish() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "\"",
                "\"type\"",
                "\"chat\"",
                "\"payload\"",
                "\"room_id\"",
                "\"r1\"",
                "\"message\"",
                "null",
                "true",
                "1e999",
                "-0",
                "\\ud800",
                "\\u0000",
                " ",
                "x",
                "\uFEFF");
        return Arbitraries.oneOf(
                Arbitraries.strings(), pieces.list().ofMaxSize(30).map(all -> String.join("", all)));
    }

    @Test
    void limits_that_cannot_be_are_named() {
        assertThatThrownBy(() -> new HubMessageLimits(16, 8, 32, 64, 0))
                .hasMessage("textCodePoints must be at least 1, was 0");
    }

    @Test
    void every_error_has_words_and_an_id_of_its_own() {
        List<String> ids = Stream.of(HubError.values()).map(HubError::id).toList();

        assertThat(ids).doesNotHaveDuplicates().contains("room-not-found");
        assertThat(HubError.values()).allSatisfy(error -> {
            assertThat(error.words()).isNotBlank();
            assertThat(error.status()).isBetween(400, 499);
        });
    }

    private static HubMessage read(String text) {
        return HubMessage.read(text.replace('\'', '"'), LIMITS);
    }

    private static Refused refused(String text) {
        assertThat(read(text).command()).isInstanceOf(Refused.class);
        return (Refused) read(text).command();
    }

    private static String chat(String text) {
        return "{'type':'chat','payload':{'room_id':'r1','message':'" + text.replace("'", "\\'") + "'}}";
    }

    private static String padded(int bytes) {
        String ping = "{'type':'ping'}";
        return ping + " ".repeat(bytes - ping.length());
    }

    private static String nested(String open, String inside, String close, int deep) {
        return open.repeat(deep) + inside + close.repeat(deep);
    }

    private static String inPayload(String json) {
        return "{'type':'ping','payload':{'x':" + json + "}}";
    }

    private static String members(int count) {
        StringBuilder members = new StringBuilder("'type':'ping'");
        for (int i = 1; i < count; i++) {
            members.append(",'m").append(i).append("':1");
        }
        return members.toString();
    }
}
