package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The one list of reasons for which a client is refused or closed. */
class CloseCodeTest {

    private static final int MOST_BYTES_IN_A_CLOSE_REASON = 123;

    @Test
    void a_problem_is_this_to_the_last_byte() {
        String text = new WireCodec().problem(Problem.of(CloseCode.ADDRESS_LIMIT));

        assertThat(text)
                .isEqualTo("{\"type\":\"/docs/errors.md#address-limit\","
                        + "\"title\":\"Too many connections from this address\","
                        + "\"status\":429,"
                        + "\"detail\":\"Close one of them, or ask for a higher limit.\","
                        + "\"code\":\"address-limit\","
                        + "\"reconnect\":\"back-off\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN_MISSING, token-missing, 401, 4001",
        "TOKEN_INVALID, token-invalid, 401, 4002",
        "TOKEN_EXPIRED, token-expired, 401, 4003",
        "ROLE_REQUIRED, role-required, 403, 4000",
        "REVOCATIONS_FULL, revocations-full, 503, 1013",
        "KEYS_UNAVAILABLE, keys-unavailable, 503, 1013",
        "ADDRESS_LIMIT, address-limit, 429, 4010",
        "CONNECT_RATE, connect-rate, 429, 4011",
        "TOKEN_GUESSES, token-guesses, 429, 1013",
        "SERVER_FULL, server-full, 503, 4012",
        "OUT_OF_FILES, out-of-files, 503, 1013",
        "MESSAGE_RATE, message-rate, 429, 4013",
        "USER_LIMIT, user-limit, 429, 4014",
        "FALLS_BEHIND, falls-behind, 408, 4015",
        "ORIGIN_REFUSED, origin-refused, 403, 1008",
        "DRAINING, draining, 503, 1012",
        "NOT_A_WEBSOCKET, not-a-websocket, 426, 1002",
        "BAD_HANDSHAKE, bad-handshake, 400, 1002",
        "NO_SUCH_SOCKET, no-such-socket, 404, 1008",
        "NO_SUCH_PATH, no-such-path, 404, 1008",
        "NO_SUCH_INDEX, no-such-index, 404, 1008",
        "WRONG_METHOD, wrong-method, 405, 1008",
        "NOT_ACCEPTABLE, not-acceptable, 406, 1008",
        "BAD_REQUEST, bad-request, 400, 1008",
        "NOT_INGESTING, not-ingesting, 409, 1008",
        "NO_TAPE, no-tape, 409, 1008",
        "NO_SUCH_CONNECTION, no-such-connection, 404, 1008",
        "FEED_ELSEWHERE, feed-elsewhere, 409, 1008",
        "CANNOT_BE_TOLD, cannot-be-told, 409, 1008",
        "KICKED, kicked, 403, 4020",
        "UNSUPPORTED_MEDIA_TYPE, unsupported-media-type, 415, 1008",
        "NOTHING_ACCEPTED, nothing-accepted, 422, 1008",
        "PRODUCER_LIMIT, producer-limit, 429, 1013",
        "BUSY, busy, 503, 1013",
        "REQUEST_FAILED, request-failed, 500, 1011",
        "INTERNAL, internal, 500, 1011",
        "GOING_AWAY, going-away, 503, 1001",
        "BAD_MESSAGE, bad-message, 400, 1008",
        "READS_TOO_SLOWLY, reads-too-slowly, 408, 4008",
        "NO_ANSWER, no-answer, 408, 4100",
        "BINARY_NOT_ACCEPTED, binary-not-accepted, 400, 1003",
        "MESSAGE_TOO_BIG, message-too-big, 413, 1009",
    })
    void what_programs_compare_stays_as_it_is(CloseCode reason, String id, int status, int code) {
        assertThat(reason.id()).isEqualTo(id);
        assertThat(reason.httpStatus()).isEqualTo(status);
        assertThat(reason.code()).isEqualTo(code);
    }

    @Test
    void who_looks_for_a_socket_where_none_is_is_told_of_each_there_is() {
        assertThat(Door.ALL)
                .allSatisfy(
                        door -> assertThat(CloseCode.NO_SUCH_SOCKET.advice()).containsPattern(door.path() + "[^/]"));
    }

    @ParameterizedTest
    @EnumSource
    void a_code_is_one_that_a_server_may_send(CloseCode reason) {
        int code = reason.code();

        boolean ofTheProtocol = code >= 1001 && code <= 1013 && code != 1004 && code != 1005 && code != 1006;
        boolean aboutAuthentication = code >= 4000 && code <= 4003;
        boolean aboutReading = code == 4008;
        boolean aboutLimits = code >= 4010 && code <= 4019;
        boolean byAPerson = code == 4020;
        boolean aboutPauses = code >= 4100 && code <= 4199;

        assertThat(ofTheProtocol || aboutAuthentication || aboutReading || aboutLimits || byAPerson || aboutPauses)
                .as("%s closes with %d", reason, code)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void the_page_for_client_authors_knows_every_reason(CloseCode reason) throws IOException {
        String page = Files.readString(Path.of("docs/channels.md"));

        assertThat(page)
                .as("docs/channels.md on %s", reason)
                .containsAnyOf("`" + reason.id() + "`", "| " + reason.code() + " |");
    }

    @Test
    void a_code_of_our_own_means_one_thing() {
        Set<CloseCode> othersThatAreNotValid = Set.of(CloseCode.TOKEN_REVOKED, CloseCode.TICKET_INVALID);
        // What a token does not allow is one thing to a client, be it a channel or anything else.
        Set<CloseCode> othersThatAreNotAllowed = Set.of(CloseCode.ROLE_REQUIRED);

        assertThat(Arrays.stream(CloseCode.values())
                        .filter(reason -> !othersThatAreNotValid.contains(reason))
                        .filter(reason -> !othersThatAreNotAllowed.contains(reason))
                        .map(CloseCode::code)
                        .filter(code -> code >= 4000))
                .doesNotHaveDuplicates();
        assertThat(othersThatAreNotValid).extracting(CloseCode::code).containsOnly(CloseCode.TOKEN_INVALID.code());
        assertThat(othersThatAreNotAllowed)
                .extracting(CloseCode::code)
                .containsOnly(CloseCode.CHANNEL_FORBIDDEN.code());
    }

    @ParameterizedTest
    @EnumSource
    void whoever_sees_only_the_close_code_still_knows_whether_to_come_back(CloseCode reason) {
        assertThat(CloseCode.values())
                .filteredOn(other -> other.code() == reason.code())
                .extracting(CloseCode::reconnect)
                .containsOnly(reason.reconnect());
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_is_an_error_in_HTTP(CloseCode reason) {
        assertThat(reason.httpStatus()).isBetween(400, 599);
    }

    @ParameterizedTest
    @EnumSource
    void the_title_fits_into_a_close_frame_and_the_advice_is_there(CloseCode reason) {
        assertThat(reason.title().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(MOST_BYTES_IN_A_CLOSE_REASON);
        assertThat(reason.title()).isNotBlank();
        assertThat(reason.advice()).isNotBlank();
    }
}
