package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent: who is let in is on the list, also in the eyes of another reader of addresses. */
class OriginRulesPropertyTest {

    private static final OriginRules RULES =
            new OriginRules(List.of("https://good.com", "http://localhost:3000", "https://*.below.com"), true);

    @Property(tries = 5000)
    void nobody_from_outside_the_list_is_let_in(@ForAll("likeOrigins") String text) throws URISyntaxException {
        if (RULES.answer(List.of(text), null).allowed()) {
            assertThat(isOnTheList(new URI(text.toLowerCase(Locale.ROOT))))
                    .as("%s was let in", text)
                    .isTrue();
        }
    }

    @Property(tries = 5000)
    void nobody_on_the_list_is_kept_out(@ForAll("likeOrigins") String text) {
        Origin origin = Origin.read(text);

        if (origin != null && isOnTheList(URI.create(origin.toString()))) {
            assertThat(RULES.answer(List.of(text), null)).isEqualTo(OriginAnswer.LISTED);
        }
    }

    @Property
    void no_text_is_let_in_by_an_empty_list_without_a_host(@ForAll("likeOrigins") String text) {
        assertThat(new OriginRules(List.of(), true).answer(List.of(text), null).allowed())
                .isFalse();
    }

    @Property
    void an_origin_is_one_with_itself_written_down(@ForAll("likeOrigins") String text) {
        Origin origin = Origin.read(text);

        if (origin != null) {
            assertThat(Origin.read(origin.toString())).isEqualTo(origin);
        }
    }

    private static boolean isOnTheList(URI uri) {
        if (uri.getHost() == null || uri.getUserInfo() != null || !uri.getPath().isEmpty()) {
            return false;
        }
        String host = uri.getHost();
        boolean secure = uri.getScheme().equals("https");
        boolean usualPort = uri.getPort() == -1 || uri.getPort() == (secure ? 443 : 80);
        return secure && usualPort && (host.equals("good.com") || host.endsWith(".below.com"))
                || !secure && host.equals("localhost") && uri.getPort() == 3000;
    }

    /** Pieces of good and of bad origins, put together in any way. */
    @Provide
    Arbitrary<String> likeOrigins() {
        Arbitrary<String> schemes = Arbitraries.of("https://", "http://", "HTTPS://", "https:", "//", "ws://", "");
        Arbitrary<String> pieces = Arbitraries.of(
                "good.com",
                "good",
                ".com",
                "localhost",
                "below.com",
                ".below.com",
                "a.",
                "evil",
                "evil.com",
                ".",
                "@",
                "/",
                "\\",
                "?",
                "#",
                "%2e",
                " ",
                "\t",
                "[::1]",
                "1.2.3.4",
                "GOOD.com",
                "xn--",
                "*",
                "\u3002");
        Arbitrary<String> ports = Arbitraries.of("", "", ":443", ":80", ":3000", ":0", ":", ":99999", "/", ".");
        return Combinators.combine(schemes, pieces.list().ofMinSize(1).ofMaxSize(4), ports)
                .as((scheme, host, port) -> scheme + String.join("", host) + port);
    }
}
