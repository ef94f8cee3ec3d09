package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only our own proxies are believed, and only as far back as they have seen for themselves. */
class TrustedProxiesTest {

    private static final String PROXY = "10.0.0.1";
    private static final String STRANGER = "203.0.113.9";
    private static final ForwardingHeaders NOTHING = ForwardingHeaders.NONE;

    private final TrustedProxies proxies =
            new TrustedProxies(List.of(AddressRange.of("10.0.0.0/8"), AddressRange.of("2001:db8:aaaa::/48")));

    @Nested
    class Given_a_stranger {

        private final Arrival direct = arrival(STRANGER);

        @Test
        void whatever_it_says_changes_nothing() {
            ForwardingHeaders spoofed = new ForwardingHeaders(
                    List.of("for=192.0.2.1;proto=https;host=evil.example"),
                    List.of("192.0.2.2"),
                    List.of("192.0.2.3"),
                    List.of("https"),
                    List.of("evil.example"));

            assertThat(proxies.outermost(direct, spoofed)).isEqualTo(direct);
        }

        @Test
        void claiming_to_be_a_proxy_does_not_help() {
            assertThat(proxies.outermost(direct, forwardedFor("192.0.2.1, 10.0.0.1")))
                    .isEqualTo(direct);
        }

        @Test
        void where_no_proxy_is_trusted_all_are_strangers() {
            Arrival local = arrival("127.0.0.1");

            assertThat(TrustedProxies.NONE.outermost(local, forwardedFor("192.0.2.1")))
                    .isEqualTo(local);
        }

        @Test
        void an_address_that_is_none_is_not_trusted() {
            Arrival odd = arrival("localhost");

            assertThat(proxies.outermost(odd, forwardedFor("192.0.2.1"))).isEqualTo(odd);
        }
    }

    @Nested
    class Given_a_proxy_that_writes_X_Forwarded_For {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "192.0.2.1 | 192.0.2.1",
                    "192.0.2.1:4711 | 192.0.2.1",
                    "::ffff:192.0.2.1 | 192.0.2.1",
                    "2001:DB8::1 | 2001:db8::1",
                    "[2001:db8::1] | 2001:db8::1",
                    "[2001:db8::1]:4711 | 2001:db8::1",
                    "fe80::1%eth0 | fe80::1",
                    // The rightmost who is not one of ours: whoever stands before it has been made up, perhaps.
                    "198.51.100.1, 192.0.2.1 | 192.0.2.1",
                    "198.51.100.1,192.0.2.1,10.0.0.2 | 192.0.2.1",
                    "10.0.0.3, 192.0.2.1, 10.0.0.2, 2001:db8:aaaa::1 | 192.0.2.1",
                    // All of them are ours: then the one furthest out.
                    "10.0.0.3, 10.0.0.2 | 10.0.0.3",
                    // Where the way is lost, the last sure address counts.
                    "garbage | 10.0.0.1",
                    "unknown | 10.0.0.1",
                    "192.0.2.1, garbage | 10.0.0.1",
                    "192.0.2.1, garbage, 10.0.0.2 | 10.0.0.2",
                    "192.0.2.1, unknown, 10.0.0.2 | 10.0.0.2",
                    "192.0.2.1,,10.0.0.2 | 10.0.0.2",
                    "192.0.2.1, | 10.0.0.1",
                    "garbage, 192.0.2.1 | 192.0.2.1",
                    "192.0.2.1:port | 10.0.0.1",
                    "192.0.2.1:123456 | 10.0.0.1",
                    "[192.0.2.1] | 10.0.0.1",
                    "[2001:db8::1 | 10.0.0.1",
                    "[2001:db8::1]x | 10.0.0.1",
                    "2001:db8::1]:80 | 10.0.0.1",
                    "client.example.com | 10.0.0.1",
                    "\"192.0.2.1\" | 10.0.0.1",
                    "'' | 10.0.0.1",
                })
        void the_client_is_the_last_who_is_not_one_of_ours(String header, String client) {
            assertThat(client(forwardedFor(header))).isEqualTo(client);
        }

        @Test
        void several_lines_are_one_list() {
            assertThat(client(forwardedFor("198.51.100.1", "192.0.2.1, 10.0.0.3", "10.0.0.2")))
                    .isEqualTo("192.0.2.1");
        }

        @Test
        void it_need_not_say_anything() {
            assertThat(proxies.outermost(arrival(PROXY), NOTHING)).isEqualTo(arrival(PROXY));
        }

        @Test
        void its_last_word_on_scheme_and_host_counts() {
            ForwardingHeaders headers = new ForwardingHeaders(
                    List.of(),
                    List.of("192.0.2.1"),
                    List.of(),
                    List.of("http", "http, HTTPS"),
                    List.of("evil.example, app.example.com:8443"));

            assertThat(proxies.outermost(arrival(PROXY), headers))
                    .isEqualTo(new Arrival(new ClientAddress("192.0.2.1"), true, "app.example.com:8443"));
        }

        @Test
        void scheme_and_host_count_also_without_an_address() {
            ForwardingHeaders headers =
                    new ForwardingHeaders(List.of(), List.of(), List.of(), List.of("wss"), List.of("app.example.com"));

            assertThat(proxies.outermost(arrival(PROXY), headers))
                    .isEqualTo(new Arrival(new ClientAddress(PROXY), true, "app.example.com"));
        }

        @Test
        void that_the_way_was_in_plain_text_is_believed_too() {
            Arrival encryptedInside = new Arrival(new ClientAddress(PROXY), true, "own.example");
            ForwardingHeaders headers =
                    new ForwardingHeaders(List.of(), List.of("192.0.2.1"), List.of(), List.of("http"), List.of());

            assertThat(proxies.outermost(encryptedInside, headers).secure()).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"ftp, own.example/path", "'', ''", "httpsx, user@evil.example", "on, 'a b'"})
        void a_scheme_or_host_that_is_none_is_not_told(String scheme, String host) {
            ForwardingHeaders headers =
                    new ForwardingHeaders(List.of(), List.of("192.0.2.1"), List.of(), List.of(scheme), List.of(host));

            Arrival outermost = proxies.outermost(arrival(PROXY), headers);

            assertThat(outermost.secure()).isFalse();
            assertThat(outermost.host()).isEqualTo("own.example");
        }
    }

    @Nested
    class Given_a_proxy_that_writes_Forwarded {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "for=192.0.2.1 | 192.0.2.1",
                    "For=192.0.2.1 | 192.0.2.1",
                    "for=\"192.0.2.1\" | 192.0.2.1",
                    "for=\"192.0.2.1:4711\" | 192.0.2.1",
                    "for=\"[2001:db8::1]\" | 2001:db8::1",
                    "for=\"[2001:db8::1]:4711\" | 2001:db8::1",
                    "for=\"[2001:db8::1]:_port\" | 2001:db8::1",
                    "for=\"192.0.\\2.1\" | 192.0.2.1",
                    "by=10.0.0.1;for=192.0.2.1;proto=http | 192.0.2.1",
                    "for=192.0.2.1; by=\"a,b;c\" , for=10.0.0.2 | 192.0.2.1",
                    "for=198.51.100.1, for=192.0.2.1 | 192.0.2.1",
                    "for=198.51.100.1, for=192.0.2.1, for=10.0.0.2 | 192.0.2.1",
                    "for=unknown | 10.0.0.1",
                    "for=_hidden | 10.0.0.1",
                    "for=198.51.100.1, for=unknown, for=10.0.0.2 | 10.0.0.2",
                    "for=198.51.100.1, for=_SEVKISEK, for=10.0.0.2 | 10.0.0.2",
                    "for=198.51.100.1, proto=https, for=10.0.0.2 | 10.0.0.2",
                    "proto=https | 10.0.0.1",
                })
        void the_client_is_the_last_who_is_not_one_of_ours(String header, String client) {
            assertThat(client(forwarded(header))).isEqualTo(client);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    ",",
                    ";",
                    "for",
                    "for=",
                    "=192.0.2.1",
                    "192.0.2.1",
                    "for:192.0.2.1",
                    "for=192.0.2.1;",
                    "for=192.0.2.1,",
                    ",for=192.0.2.1",
                    "for=192.0.2.1;;proto=https",
                    "for=192.0.2.1;for=192.0.2.2",
                    "for=192.0.2.1;For=192.0.2.2",
                    "for=192.0.2.1 proto=https",
                    "for=192.0.2.1:4711",
                    "for=[2001:db8::1]",
                    "for=\"192.0.2.1",
                    "for=\"192.0.2.1\\",
                    "for=\"192.0.2.1\\\"",
                    "for=\"192.0.2.1\"x",
                    "for=\"\"",
                    "for=\" 192.0.2.1\"",
                    "for=\"[192.0.2.1]\"",
                    "for=192.0.2.1\u0000",
                    // What a client has begun, and a proxy has finished.
                    "for=\"6.6.6.6, for=192.0.2.1",
                    "for=6.6.6.6;x=\", for=\"[2001:db8::1]\"",
                    "for=6.6.6.6;x=\", for=192.0.2.1;host=\"own.example:8443\"",
                })
        void a_line_that_breaks_the_grammar_is_worth_nothing(String header) {
            assertThat(proxies.outermost(arrival(PROXY), forwarded(header))).isEqualTo(arrival(PROXY));
        }

        @Test
        void a_broken_line_of_the_client_does_not_break_the_proxys_own() {
            assertThat(client(forwarded("for=\"6.6.6.6", "for=192.0.2.1, for=10.0.0.2")))
                    .isEqualTo("192.0.2.1");
            assertThat(client(forwarded("for=6.6.6.6", "for=\"broken", "for=10.0.0.2")))
                    .isEqualTo("10.0.0.2");
        }

        @Test
        void scheme_and_host_are_those_of_the_outermost_proxy_of_ours() {
            ForwardingHeaders headers = forwarded(
                    "for=6.6.6.6;proto=http;host=evil.example",
                    "for=192.0.2.1;proto=https;host=\"app.example.com:8443\"",
                    "for=10.0.0.2;proto=http;host=inside");

            assertThat(proxies.outermost(arrival(PROXY), headers))
                    .isEqualTo(new Arrival(new ClientAddress("192.0.2.1"), true, "app.example.com:8443"));
        }

        @Test
        void a_proxy_that_hides_its_client_still_tells_how_it_came() {
            assertThat(proxies.outermost(arrival(PROXY), forwarded("for=_hidden;proto=https;host=app.example.com")))
                    .isEqualTo(new Arrival(new ClientAddress(PROXY), true, "app.example.com"));
        }

        @Test
        void a_scheme_or_host_that_is_none_is_not_told() {
            assertThat(proxies.outermost(arrival(PROXY), forwarded("for=192.0.2.1;proto=gopher;host=\"a/b\"")))
                    .isEqualTo(new Arrival(new ClientAddress("192.0.2.1"), false, "own.example"));
        }
    }

    @Nested
    class Given_several_headers {

        private final ForwardingHeaders all = new ForwardingHeaders(
                List.of("for=192.0.2.1;proto=http"),
                List.of("192.0.2.2"),
                List.of("192.0.2.3"),
                List.of("https"),
                List.of("app.example.com"));

        @Test
        void Forwarded_goes_first_and_nothing_else_is_mixed_in() {
            assertThat(proxies.outermost(arrival(PROXY), all))
                    .isEqualTo(new Arrival(new ClientAddress("192.0.2.1"), false, "own.example"));
        }

        @Test
        void then_X_Forwarded_For() {
            ForwardingHeaders headers = new ForwardingHeaders(
                    List.of(), all.forwardedFor(), all.realIp(), all.forwardedProto(), all.forwardedHost());

            assertThat(proxies.outermost(arrival(PROXY), headers))
                    .isEqualTo(new Arrival(new ClientAddress("192.0.2.2"), true, "app.example.com"));
        }

        @Test
        void then_X_Real_IP() {
            ForwardingHeaders headers = new ForwardingHeaders(
                    List.of(), List.of(), List.of(" 192.0.2.3 "), all.forwardedProto(), List.of());

            assertThat(proxies.outermost(arrival(PROXY), headers))
                    .isEqualTo(new Arrival(new ClientAddress("192.0.2.3"), true, "own.example"));
        }

        @Test
        void one_that_is_garbage_does_not_make_way_for_the_next() {
            ForwardingHeaders headers = new ForwardingHeaders(
                    List.of("garbage"), List.of("192.0.2.2"), List.of("192.0.2.3"), List.of(), List.of());

            assertThat(client(headers)).isEqualTo(PROXY);
        }

        @ParameterizedTest
        @CsvSource({"FORWARDED, 192.0.2.1", "X_FORWARDED_FOR, 192.0.2.2", "X_REAL_IP, 192.0.2.3"})
        void only_the_one_that_the_proxy_writes_may_be_believed(ForwardingHeader written, String client) {
            TrustedProxies careful = new TrustedProxies(List.of(AddressRange.of(PROXY)), Set.of(written));

            assertThat(careful.outermost(arrival(PROXY), all).client()).hasToString(client);
        }

        @Test
        void who_believes_in_Forwarded_alone_hears_nothing_else() {
            TrustedProxies careful =
                    new TrustedProxies(List.of(AddressRange.of(PROXY)), Set.of(ForwardingHeader.FORWARDED));
            ForwardingHeaders headers = new ForwardingHeaders(
                    List.of(), all.forwardedFor(), all.realIp(), all.forwardedProto(), all.forwardedHost());

            assertThat(careful.outermost(arrival(PROXY), headers)).isEqualTo(arrival(PROXY));
        }

        @Test
        void who_believes_in_X_Real_IP_alone_hears_scheme_and_host_too() {
            TrustedProxies careful =
                    new TrustedProxies(List.of(AddressRange.of(PROXY)), Set.of(ForwardingHeader.X_REAL_IP));
            ForwardingHeaders headers = new ForwardingHeaders(
                    all.forwarded(), all.forwardedFor(), List.of(), all.forwardedProto(), all.forwardedHost());

            assertThat(careful.outermost(arrival(PROXY), headers))
                    .isEqualTo(new Arrival(new ClientAddress(PROXY), true, "app.example.com"));
        }

        @Test
        void X_Real_IP_that_is_no_address_is_not_believed() {
            ForwardingHeaders headers =
                    new ForwardingHeaders(List.of(), List.of(), List.of("192.0.2.3, 192.0.2.4"), List.of(), List.of());

            assertThat(client(headers)).isEqualTo(PROXY);
        }
    }

    @Nested
    class Given_a_way_without_end {

        @Test
        void fifty_hops_back_the_search_ends() {
            String fifty = String.join(", ", Collections.nCopies(49, "10.0.0.2"));

            assertThat(client(forwardedFor("192.0.2.1, " + fifty))).isEqualTo("192.0.2.1");
            assertThat(client(forwardedFor("192.0.2.1, 10.0.0.3, " + fifty))).isEqualTo("10.0.0.3");
            assertThat(client(forwardedFor("192.0.2.1", "10.0.0.3", fifty))).isEqualTo("10.0.0.3");
        }

        @Test
        void beyond_four_KiB_no_line_is_looked_at() {
            String padding = " ".repeat(4096 - "192.0.2.1,".length() - "10.0.0.2".length());

            assertThat(client(forwardedFor("192.0.2.1," + padding + "10.0.0.2")))
                    .isEqualTo("192.0.2.1");
            assertThat(client(forwardedFor("192.0.2.1, " + padding + "10.0.0.2")))
                    .isEqualTo(PROXY);
            assertThat(client(forwardedFor("192.0.2.1," + padding, "10.0.0.2"))).isEqualTo("10.0.0.2");
            assertThat(client(forwardedFor("6.6.6.6,".repeat(1000), "192.0.2.1")))
                    .isEqualTo("192.0.2.1");
            assertThat(client(forwarded("for=\"" + "\\".repeat(1_000_000)))).isEqualTo(PROXY);
        }
    }

    @Test
    void the_own_host_is_the_one_that_the_client_asked_for() {
        ForwardingHeaders headers =
                forwarded("for=192.0.2.1;proto=https;host=\"app.example.com\"", "for=10.0.0.2;proto=http;host=inside");

        OwnHost own = proxies.outermost(arrival(PROXY), headers).ownHost();

        assertThat(new OriginRules(List.of(), true).answer(List.of("https://app.example.com"), own))
                .isEqualTo(OriginAnswer.OWN_HOST);
        assertThat(new OriginRules(List.of(), true).answer(List.of("http://app.example.com"), own))
                .isEqualTo(OriginAnswer.NOT_LISTED);
    }

    @Test
    void a_request_without_a_host_was_made_to_nobody_in_particular() {
        assertThat(new Arrival(new ClientAddress(STRANGER), false, null).ownHost())
                .isNull();
        assertThat(Objects.requireNonNull(arrival(STRANGER).ownHost())).hasToString("http://own.example");
    }

    private String client(ForwardingHeaders headers) {
        return proxies.outermost(arrival(PROXY), headers).client().text();
    }

    private static Arrival arrival(String peer) {
        return new Arrival(new ClientAddress(peer), false, "own.example");
    }

    private static ForwardingHeaders forwarded(String... lines) {
        return new ForwardingHeaders(List.of(lines), List.of(), List.of(), List.of(), List.of());
    }

    private static ForwardingHeaders forwardedFor(String... lines) {
        return new ForwardingHeaders(List.of(), List.of(lines), List.of(), List.of(), List.of());
    }
}
