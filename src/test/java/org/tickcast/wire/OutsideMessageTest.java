package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is published by who is no client. */
class OutsideMessageTest {

    private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

    @Test
    void a_frame_for_everybody_becomes_one_of_ours_and_is_from_outside() {
        assertThat(frame("{'type':'broadcast','payload':"
                        + "{'type':'notification','payload':{'message':'hello','from':'alice'},'timestamp':1}}"))
                .isEqualTo(json("{'at':'2026-11-21T12:00:00.000000+07:00','from':'outside:alice','message':'hello',"
                        + "'payload':{'at':'2026-11-21T12:00:00.000000+07:00','from':'outside:alice','message':'hello'},"
                        + "'timestamp':1795237200,'type':'notification'}"));
    }

    @Test
    void a_frame_for_a_room_is_of_that_room_whatever_it_says_and_has_no_number_of_ours() {
        OutsideMessage message = read("{'type':'room_message','room_id':'floor','payload':{'type':'chat','id':'e-7',"
                + "'message_id':'m-1','payload':{'room_id':'desk','id':'e-8','message':'hello','from':'bob'}}}");

        assertThat(message.to()).isEqualTo(OutsideMessage.To.ROOM);
        assertThat(message.whom()).isEqualTo("floor");
        assertThat(message.frame(NOON))
                .contains(json("'room_id':'floor'"))
                .doesNotContain("e-7", "e-8", "m-1", "desk", json("'from':'bob'"));
    }

    @Test
    void a_flat_frame_and_one_of_a_type_of_their_own_are_understood() {
        OutsideMessage message = read(
                "{'type':'user_message','user_id':'ann','payload':{'type':'margin.call','levels':[1,2],'left':null}}");

        assertThat(message.whom()).isEqualTo("ann");
        assertThat(message.type()).isEqualTo("margin.call");
        assertThat(message.frame(NOON)).contains(json("'levels':[1,2]"), json("'from':'outside:unnamed'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello | NOT_JSON",
                "[] | NOT_JSON",
                "{'type':'broadcast'} | BAD_FIELD",
                "{'type':'broadcast','payload':'hello'} | BAD_FIELD",
                "{'type':'broadcast','payload':{'message':'hello'}} | BAD_FIELD",
                "{'type':'broadcast','payload':{'type':'chat','payload':{}}} | BAD_FIELD",
                "{'type':'broadcast','payload':{'type':'chat','payload':{'message':'\\u0000'}}} | BAD_TEXT",
                "{'type':'broadcast','payload':{'type':'chat','payload':7}} | BAD_FIELD",
                "{'type':'broadcast','payload':{'type':'a b'}} | UNKNOWN_TYPE",
                "{'type':'broadcast','payload':{'type':'a','b':{'c':{'d':{'e':{'f':{'g':{'h':{'i':1}}}}}}}}} | TOO_DEEP",
                "{'type':'user_message','payload':{'type':'x'}} | BAD_FIELD",
                "{'type':'room_message','room_id':7,'payload':{'type':'x'}} | BAD_FIELD",
                "{'type':'everybody','payload':{'type':'x'}} | UNKNOWN_TYPE",
            })
    void what_is_no_such_message_is_refused(String text, HubError error) {
        assertThatExceptionOfType(BadJson.class)
                .isThrownBy(() -> read(text))
                .extracting(BadJson::error)
                .isEqualTo(error);
    }

    @Test
    void what_clients_take_for_the_word_of_the_server_is_refused_whatever_type_it_is() throws IOException {
        String frames = Files.readString(Path.of("src/main/java/org/tickcast/hub/Frames.java"));

        assertThat(frames.lines()
                        .filter(line -> line.contains("HubFrame.of(\""))
                        .map(line -> line.replaceAll(".*of\\(\"(\\w+)\".*", "$1"))
                        .filter(type -> !type.equals("notification") && !type.equals("broadcast")))
                .isNotEmpty()
                .allSatisfy(type -> assertThatExceptionOfType(BadJson.class)
                        .isThrownBy(() -> read("{'type':'broadcast','payload':{'type':'" + type + "'}}")));
    }

    private static OutsideMessage read(String text) {
        return OutsideMessage.read(json(text), HubMessageLimits.DEFAULTS);
    }

    private static String frame(String text) {
        return read(text).frame(NOON);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
