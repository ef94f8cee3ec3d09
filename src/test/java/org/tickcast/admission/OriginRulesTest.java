package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of this server and of the list may connect, and no others, however alike they look. */
class OriginRulesTest {

    private static final List<String> LIST =
            List.of("https://good.com", "http://localhost:3000", "https://*.below.com", "https://*.ports.com:8443");

    private final OriginRules rules = new OriginRules(LIST, false);

    @ParameterizedTest
    @CsvSource({
        "https://good.com, LISTED",
        "https://good.com:443, LISTED",
        "HTTPS://GOOD.COM, LISTED",
        "http://localhost:3000, LISTED",
        "https://a.below.com, LISTED",
        "https://a.b.c.below.com, LISTED",
        "https://A.BELOW.com:443, LISTED",
        "https://a.ports.com:8443, LISTED",
        "http://good.com, NOT_LISTED",
        "https://good.com:8443, NOT_LISTED",
        "https://good.com:80, NOT_LISTED",
        "https://good.com., NOT_LISTED",
        "https://www.good.com, NOT_LISTED",
        "https://evilgood.com, NOT_LISTED",
        "https://good.com.evil.com, NOT_LISTED",
        "https://good.company, NOT_LISTED",
        "https://good.co, NOT_LISTED",
        "https://goodXcom, NOT_LISTED",
        "http://localhost, NOT_LISTED",
        "http://localhost:30000, NOT_LISTED",
        "https://localhost:3000, NOT_LISTED",
        "http://127.0.0.1:3000, NOT_LISTED",
        "http://[::1]:3000, NOT_LISTED",
        "https://below.com, NOT_LISTED",
        "https://evilbelow.com, NOT_LISTED",
        "https://a.evilbelow.com, NOT_LISTED",
        "https://a.below.com.evil.com, NOT_LISTED",
        "https://a.below.com., NOT_LISTED",
        "http://a.below.com, NOT_LISTED",
        "https://a.below.com:8443, NOT_LISTED",
        "https://a.ports.com, NOT_LISTED",
        "null, OPAQUE",
        "NULL, UNREADABLE",
        "https://good.com@evil.com, UNREADABLE",
        "https://good.com:443@evil.com, UNREADABLE",
        "https://evil.com/https://good.com, UNREADABLE",
        "https://good.com/, UNREADABLE",
        "https://good.com https://good.com, UNREADABLE",
        "https://.below.com, UNREADABLE",
        "https://*.below.com, UNREADABLE",
        "https://evil.com/.below.com, UNREADABLE",
        "https://evil.com#.below.com, UNREADABLE",
        "wss://good.com, UNREADABLE",
        "good.com, UNREADABLE",
        "*, UNREADABLE",
        "'', UNREADABLE",
    })
    void an_origin_is_told_from_its_likes(String origin, OriginAnswer answer) {
        assertThat(rules.answer(List.of(origin), ownHost(false, "own.example"))).isEqualTo(answer);
        assertThat(rules.answer(List.of(origin), null)).isEqualTo(answer);
    }

    @Test
    void two_origins_are_none_even_if_both_are_good() {
        assertThat(rules.answer(List.of("https://good.com", "https://good.com"), null))
                .isEqualTo(OriginAnswer.UNREADABLE);
    }

    @Test
    void a_host_may_be_listed_in_its_own_letters() {
        OriginRules inVietnamese = new OriginRules(List.of("https://chứngkhoán.vn"), false);

        assertThat(answer(inVietnamese, "https://xn--chngkhon-fza8897e.vn")).isEqualTo(OriginAnswer.LISTED);
        assertThat(answer(inVietnamese, "https://chungkhoan.vn")).isEqualTo(OriginAnswer.NOT_LISTED);
        assertThat(answer(inVietnamese, "https://chứngkhoán.vn")).isEqualTo(OriginAnswer.UNREADABLE);
    }

    @Test
    void naming_an_origin_twice_changes_nothing() {
        OriginRules twice =
                new OriginRules(List.of("https://good.com", "https://good.com", "https://GOOD.com:443"), false);

        assertThat(answer(twice, "https://good.com")).isEqualTo(OriginAnswer.LISTED);
        assertThat(answer(twice, "https://evil.com")).isEqualTo(OriginAnswer.NOT_LISTED);
    }

    @Test
    void another_site_asks_in_vain_also_for_answers_over_HTTP() {
        assertThat(rules.isAllowed(new Origin("https", "good.com", 443), null)).isTrue();
        assertThat(rules.isAllowed(new Origin("http", "own.example", 80), ownHost(false, "own.example")))
                .isTrue();
        assertThat(rules.isAllowed(new Origin("https", "evil.com", 443), ownHost(false, "own.example")))
                .isFalse();
    }

    @Nested
    class Given_no_origin {

        @Test
        void a_token_has_to_speak_for_the_client() {
            OriginAnswer answer = rules.answer(List.of(), ownHost(false, "own.example"));

            assertThat(answer).isEqualTo(OriginAnswer.ABSENT);
            assertThat(answer.allowed()).isTrue();
        }

        @Test
        void it_is_refused_where_one_is_required() {
            OriginAnswer answer = new OriginRules(LIST, true).answer(List.of(), ownHost(false, "own.example"));

            assertThat(answer).isEqualTo(OriginAnswer.ABSENT_REFUSED);
            assertThat(answer.allowed()).isFalse();
        }
    }

    @Nested
    class Given_an_empty_list {

        private final OriginRules ownHostOnly = new OriginRules(List.of(), true);

        @ParameterizedTest
        @CsvSource({
            // secure, Host, Origin
            "false, own.example, http://own.example",
            "false, own.example:80, http://own.example",
            "false, OWN.example, http://own.EXAMPLE:80",
            "false, own.example:8080, http://own.example:8080",
            "false, 192.0.2.7:8080, http://192.0.2.7:8080",
            "false, [::1]:8080, http://[0:0:0:0:0:0:0:1]:8080",
            "false, bücher.example, http://xn--bcher-kva.example",
            "true, own.example, https://own.example",
            "true, own.example:443, https://own.example",
            "true, own.example:8443, https://own.example:8443",
            // Something in front has taken the encryption off.
            "false, own.example, https://own.example",
            "false, own.example:443, https://own.example",
            "false, own.example:8443, https://own.example:8443",
        })
        void a_page_of_this_host_may_connect(boolean secure, String host, String origin) {
            assertThat(ownHostOnly.answer(List.of(origin), ownHost(secure, host)))
                    .isEqualTo(OriginAnswer.OWN_HOST);
        }

        @ParameterizedTest
        @CsvSource({
            // A page in plain text may have been written by anybody on the way.
            "true, own.example, http://own.example",
            "true, own.example:443, http://own.example",
            "true, own.example:443, http://own.example:443",
            "true, own.example:8080, http://own.example:8080",
            "false, own.example:8080, http://own.example",
            "false, own.example:8080, http://own.example:8081",
            "false, own.example, http://own.example:8080",
            "false, own.example:80, https://own.example",
            "false, own.example, http://own.example.",
            "false, own.example, http://evil.example",
            "false, own.example, http://sub.own.example",
            "false, own.example, http://own.example.evil.com",
            "false, 127.0.0.1:8080, http://localhost:8080",
        })
        void a_page_of_any_other_may_not(boolean secure, String host, String origin) {
            assertThat(ownHostOnly.answer(List.of(origin), ownHost(secure, host)))
                    .isEqualTo(OriginAnswer.NOT_LISTED);
        }

        @Test
        void nobody_may_when_it_is_not_known_which_host_was_asked() {
            assertThat(answer(ownHostOnly, "http://own.example")).isEqualTo(OriginAnswer.NOT_LISTED);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "own.example/",
                    "user@own.example",
                    "own.example:x",
                    "a,b",
                    "*",
                    "http://own.example"
                })
        void a_Host_header_that_names_no_host_is_unknown(String header) {
            assertThat(OwnHost.read(false, header)).isNull();
            assertThat(OwnHost.read(false, header + "a".repeat(1000))).isNull();
        }

        @Test
        void the_own_host_can_be_shown() {
            assertThat(ownHost(true, "OWN.example:8443")).hasToString("https://own.example:8443");
            assertThat(ownHost(false, "own.example")).hasToString("http://own.example");
        }
    }

    @Nested
    class Given_a_star {

        private final OriginRules open = new OriginRules(List.of("*"), false);

        @Test
        void every_origin_may_connect() {
            assertThat(open.allowEveryOrigin()).isTrue();
            assertThat(answer(open, "https://evil.com")).isEqualTo(OriginAnswer.LISTED);
        }

        @Test
        void what_is_no_origin_may_not() {
            assertThat(answer(open, "null")).isEqualTo(OriginAnswer.OPAQUE);
            assertThat(answer(open, "https://a b")).isEqualTo(OriginAnswer.UNREADABLE);
        }

        @Test
        void it_is_seen_also_among_others() {
            assertThat(new OriginRules(List.of("https://good.com", "*"), false).allowEveryOrigin())
                    .isTrue();
            assertThat(rules.allowEveryOrigin()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "good.com",
                "*.good.com",
                "**",
                "https://*",
                "https://*.",
                "https://*good.com",
                "https://good.*",
                "https://app.*.com",
                "https://*.*.good.com",
                "https://**.good.com",
                "https://good.com:*",
                "https://*.com",
                "https://*.com.",
                "https://*.192.0.2.1",
                "https://*.[::1]",
                "*://good.com",
                "http*://good.com",
                "wss://good.com",
                "https://good.com/",
                "https://good.com ",
                "https://good.com,https://other.com",
                "https://straße.example",
            })
    void an_entry_that_is_no_origin_stops_the_start_and_is_named(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OriginRules(List.of("https://good.com", entry), false))
                .withMessageStartingWith("\"" + entry + "\" is not an origin");
    }

    @Test
    void below_localhost_are_the_tenants_of_a_developer() {
        OriginRules tenants = new OriginRules(List.of("http://*.localhost:3000"), false);

        assertThat(answer(tenants, "http://a.localhost:3000")).isEqualTo(OriginAnswer.LISTED);
        assertThat(answer(tenants, "http://localhost:3000")).isEqualTo(OriginAnswer.NOT_LISTED);
    }

    private static OriginAnswer answer(OriginRules rules, String origin) {
        return rules.answer(List.of(origin), null);
    }

    private static OwnHost ownHost(boolean secure, String header) {
        @Nullable OwnHost own = OwnHost.read(secure, header);
        return Objects.requireNonNull(own, () -> header + " names no host");
    }
}
