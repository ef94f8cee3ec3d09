package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client may say, and that it may say nothing else. */
class VersionedCommandTest {

    @Test
    void a_client_may_want_the_whole_picture() {
        assertThat(VersionedCommand.read("{\"type\":\"resync\"}")).isEqualTo(new VersionedCommand.Resync());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "100, 100", "0, 0", "null, 0"})
    void a_client_may_set_its_pace(String written, int perSecond) {
        assertThat(VersionedCommand.read("{\"type\":\"pace\",\"per_second\":" + written + "}"))
                .isEqualTo(new VersionedCommand.Pace(perSecond));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "101", "0.5", "1e1", "\"5\"", "true", "1234567890123456789012"})
    void a_pace_that_is_none_is_refused(String perSecond) {
        assertRefused(
                "{\"type\":\"pace\",\"per_second\":" + perSecond + "}",
                "per_second must be null or a whole number from 0 to 100");
    }

    @Test
    void a_pace_without_a_number_is_refused() {
        assertRefused("{\"type\":\"pace\"}", "per_second must be null or a whole number from 0 to 100");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"'\"a\\u0022b\"', '\"a\\\"b\"'", "17, 17", "-1.50, -1.50"})
    void a_ping_is_given_its_id_back(String id, String answered) {
        assertThat(VersionedCommand.read("{\"type\":\"ping\",\"id\":" + id + "}"))
                .isEqualTo(new VersionedCommand.Ping(answered));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"type\":\"ping\"}", "{\"type\":\"ping\",\"id\":null}", " {\"id\":null,\n\"type\":\"ping\"} "})
    void a_ping_needs_no_id(String text) {
        assertThat(VersionedCommand.read(text)).isEqualTo(new VersionedCommand.Ping(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"true", "\"\\ud800\"", "\"0123456789012345678901234567890123456789012345678901234567890123x\""})
    void an_id_that_cannot_come_back_is_refused(String id) {
        assertRefused(
                "{\"type\":\"ping\",\"id\":" + id + "}", "id must be a text or a number of at most 64 characters");
    }

    @Test
    void a_token_is_shown_and_never_printed() {
        VersionedCommand auth = VersionedCommand.read("{\"type\":\"auth\",\"token\":\"secret\"}");

        assertThat(auth).isEqualTo(new VersionedCommand.Auth("secret"));
        assertThat(auth.toString()).doesNotContain("secret");
    }

    @Test
    void a_token_that_is_no_text_is_refused() {
        assertRefused("{\"type\":\"auth\",\"token\":5}", "token must be a text");
        assertRefused("{\"type\":\"auth\"}", "token must be a text");
    }

    @Test
    void what_a_type_does_not_have_is_ignored() {
        assertThat(VersionedCommand.read("{\"type\":\"resync\",\"why\":\"checksum\",\"urgent\":true}"))
                .isEqualTo(new VersionedCommand.Resync());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "[]",
                "5",
                "null",
                "\"resync\"",
                "{",
                "{\"type\"",
                "{\"type\":\"resync\"",
                "{'type':'resync'}",
                "{\"type\":\"resync\"} {}",
                "{\"type\":\"resync\"}}",
                "{\"type\":\"resync\",}",
                "{\"type\":\"re\u0001\"}"
            })
    void what_is_no_single_object_is_refused(String text) {
        assertRefused(text, "a command is one JSON object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"type\":5}", "{\"type\":null}", "{\"Type\":\"resync\"}"})
    void a_command_without_a_type_is_refused(String text) {
        assertRefused(text, "type must be a text");
    }

    @Test
    void a_type_that_nobody_knows_is_refused_and_not_repeated() {
        assertRefused("{\"type\":\"<script>\"}", "type must be one of auth, pace, ping, resync");
    }

    @Test
    void a_member_that_is_there_twice_is_refused() {
        assertRefused("{\"type\":\"ping\",\"type\":\"resync\"}", "a command has each member once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"ping\",\"id\":{}}", "{\"type\":\"ping\",\"a\":[1]}"})
    void depth_is_refused(String text) {
        assertRefused(text, "a command holds no objects and no lists");
    }

    @Test
    void however_deep_it_would_be() {
        assertRefused("{\"type\":" + "[".repeat(8_000), "a command holds no objects and no lists");
    }

    @Test
    void many_members_are_refused() {
        String many = IntStream.range(0, 17).mapToObj(i -> "\"m" + i + "\":0").collect(Collectors.joining(","));

        assertRefused("{" + many + "}", "a command has at most 16 members");
    }

    @Test
    void a_long_text_is_refused_unread() {
        assertRefused(" ".repeat(8_193), "a command has at most 8192 characters");
    }

    @Test
    void nobody_can_make_a_pace_that_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new VersionedCommand.Pace(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new VersionedCommand.Pace(101));
    }

    private static void assertRefused(String text, String words) {
        assertThat(VersionedCommand.read(text)).isEqualTo(new VersionedCommand.Refused(words));
    }
}
