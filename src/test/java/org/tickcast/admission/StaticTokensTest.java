package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that somebody configured, as they are or as their hash. */
class StaticTokensTest {

    /** Of {@code abc}: the first example of FIPS 180. */
    private static final String HASH_OF_ABC = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static final ClientAddress HERE = new ClientAddress("192.0.2.1");
    private static final Grants PRO =
            new Grants("pro", Set.of("trader"), ChannelScope.of(Set.of("market")), OwnLimits.NONE);

    private final StaticTokens tokens = new StaticTokens(List.of(
            StaticToken.shared(new Token("everybody's")),
            named("dashboard", HASH_OF_ABC, PRO),
            named("bot", "bot's own", Grants.PLAIN)));

    @Test
    void a_named_token_is_its_name_and_has_its_grants() {
        Claims claims = claims("abc");

        assertThat(claims.kind()).isEqualTo(TokenKind.STATIC);
        assertThat(claims.subject()).isEqualTo("dashboard");
        assertThat(claims.grants()).isEqualTo(PRO);
        assertThat(claims.expiresAt()).isNull();
        assertThat(claims.bearerAt(HERE)).isEqualTo(new ClientIdentity("dashboard", HERE, claims));
    }

    @Test
    void who_shows_the_shared_one_is_known_by_address() {
        Claims claims = claims("everybody's");

        assertThat(claims.kind()).isEqualTo(TokenKind.SHARED);
        assertThat(claims.bearerAt(HERE)).isEqualTo(new ClientIdentity("192.0.2.1", HERE, claims));
    }

    @Test
    void the_first_and_the_last_are_found_too() {
        assertThat(claims("everybody's").subject()).isEqualTo("shared");
        assertThat(claims("bot's own").subject()).isEqualTo("bot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ABC", "abc ", "everybody", HASH_OF_ABC, "dashboard", "a.b.c"})
    void anything_else_is_for_another_reader(String text) {
        assertThat(tokens.read(text)).isInstanceOf(TokenReading.Unknown.class);
        assertThat(tokens.read(HASH_OF_ABC.substring(7))).isInstanceOf(TokenReading.Unknown.class);
    }

    @Test
    void a_hash_may_be_in_capitals() {
        Token token = Token.configured("sha256:" + HASH_OF_ABC.substring(7).toUpperCase(Locale.ROOT));

        assertThat(token.matches("abc")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "sha256:", "sha256:abc", "sha256: ", HASH_OF_ABC + "0", HASH_OF_ABC + " "})
    void a_token_that_is_no_hash_though_it_says_so_is_refused_and_not_repeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Token.configured(text))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("ba7816bf"));
    }

    @Test
    void twins_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new StaticTokens(List.of(named("a", "one", Grants.PLAIN), named("a", "two", Grants.PLAIN))))
                .withMessage("Two tokens are named a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StaticTokens(
                        List.of(named("a", "abc", Grants.PLAIN), named("b", HASH_OF_ABC, Grants.PLAIN))))
                .withMessage("The tokens a and b are the same");
    }

    @Test
    void too_many_are_refused() {
        List<StaticToken> many = Collections.nCopies(1_001, named("a", "one", Grants.PLAIN));

        assertThatIllegalArgumentException().isThrownBy(() -> new StaticTokens(many));
    }

    @Test
    void none_at_all_know_nobody() {
        assertThat(new StaticTokens(List.of()).read("abc")).isInstanceOf(TokenReading.Unknown.class);
    }

    @Test
    void no_answer_shows_a_token() {
        assertThat(tokens.read("bot's own").toString()).doesNotContain("own");
        assertThat(named("bot", "bot's own", Grants.PLAIN).toString()).doesNotContain("own");
    }

    private Claims claims(String token) {
        TokenReading reading = tokens.read(token);
        assertThat(reading).isInstanceOf(TokenReading.Valid.class);
        return ((TokenReading.Valid) reading).claims();
    }

    private static StaticToken named(String name, String token, Grants grants) {
        return new StaticToken(name, Token.configured(token), grants, false);
    }
}
