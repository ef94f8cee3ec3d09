package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickcast.admission.ChannelScope;
import org.tickcast.admission.Claims;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.Connection;
import org.tickcast.admission.Grants;
import org.tickcast.admission.OwnLimits;
import org.tickcast.admission.TokenKind;
import org.tickcast.socket.PulseState;
import org.tickcast.socket.SocketFacts;

/** A search finds whom it describes, and one that is written wrong finds nobody instead of everybody. */
class ConnectionSearchTest {

    private static final SocketFacts LAN = socket("Lan", "192.0.2.1", "market", "tickcast.v1");

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "user=lan, true",
        "user=AN, true",
        "user=lana, false",
        "address=192.0.2.1, true",
        "address=192.0.2.0/24, true",
        "address=192.0.2.2, false",
        "address=2001:db8::/32, false",
        "channel=market, true",
        "channel=hub, false",
        "protocol=tickcast.v1, true",
        "protocol=plain, false",
        "user=lan&address=192.0.2.0/24&channel=market&protocol=tickcast.v1, true",
        "user=lan&channel=index, false"
    })
    void it_finds_who_is_all_that_was_asked_for(String query, boolean found) {
        assertThat(search(query).isFor(LAN)).isEqualTo(found);
    }

    @Test
    void who_shares_a_token_with_others_is_found_by_no_name() {
        SocketFacts shared = socket(null, "192.0.2.1", "market", "plain");

        assertThat(search("user=192").isFor(shared)).isFalse();
        assertThat(search("address=192.0.2.1").isFor(shared)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user=",
                "user=%20",
                "address=",
                "address=192.0.2",
                "address=192.0.2.1/24",
                "address=everywhere",
                "channel=",
                "channel=api",
                "protocol=",
                "protocol=tickcast.v2",
                "limit=0",
                "limit=501",
                "limit=many",
                "after=-1",
                "after=",
                "after=the-last-one",
                "after=99999999999999999999",
                "usr=lan",
                "user=lan&user=mai"
            })
    void what_is_written_wrong_is_no_search(String query) {
        assertThat(ConnectionSearch.read(parameters(query.replace("%20", " ")))).isNull();
    }

    @Test
    void a_name_may_be_as_long_as_names_are() {
        assertThat(ConnectionSearch.read(parameters("user=" + "x".repeat(160)))).isNotNull();
        assertThat(ConnectionSearch.read(parameters("user=" + "x".repeat(161)))).isNull();
    }

    @Test
    void a_page_has_a_hundred_unless_another_number_is_wanted() {
        assertThat(search("").limit()).isEqualTo(100);
        assertThat(search("limit=500").limit()).isEqualTo(500);
        assertThat(search("after=17").after()).isEqualTo(17);
    }

    private static ConnectionSearch search(String query) {
        return Objects.requireNonNull(ConnectionSearch.read(parameters(query)));
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
        }
        return parameters;
    }

    private static SocketFacts socket(@Nullable String user, String address, String door, String protocol) {
        Grants grants = new Grants(null, Set.of(), ChannelScope.ALL, OwnLimits.NONE);
        TokenKind kind = user == null ? TokenKind.SHARED : TokenKind.STATIC;
        Claims claims = new Claims(kind, user == null ? "shared" : user, grants, null, null, null);
        Connection connection = new Connection(17, door, claims.bearerAt(new ClientAddress(address)));
        return new SocketFacts(connection, protocol, TEN, Duration.ZERO, 0, 0, PulseState.WELL, null);
    }
}
