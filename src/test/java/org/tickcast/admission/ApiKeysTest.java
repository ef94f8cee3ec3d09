package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose key is this? */
class ApiKeysTest {

    /** Of {@code abc}: the first example of FIPS 180. */
    private static final String HASH_OF_ABC = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final ApiKey desk = key("desk", "desk's own", "lan");
    private final ApiKey hashed = key("hashed", HASH_OF_ABC, "minh");
    private final ApiKeys keys = new ApiKeys(List.of(desk, hashed));

    @Test
    void it_is_its_holder_s_as_it_is_and_by_its_hash() {
        assertThat(keys.shown("desk's own")).isEqualTo(desk);
        assertThat(keys.shown("abc")).isEqualTo(hashed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "desk", "desk's ow", "desk's own ", "DESK'S OWN", HASH_OF_ABC, "\uD83D"})
    void anything_else_is_nobody_s(String text) {
        assertThat(keys.shown(text)).isNull();
        assertThat(keys.shown("x".repeat(100_000))).isNull();
    }

    @Test
    void two_keys_may_be_one_user_s() {
        ApiKeys both = new ApiKeys(List.of(key("old", "one", "lan"), key("new", "two", "lan")));

        assertThat(both.shown("one")).extracting(ApiKey::user).isEqualTo("lan");
        assertThat(both.shown("two")).extracting(ApiKey::user).isEqualTo("lan");
    }

    @Test
    void twins_are_refused_and_not_repeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKeys(List.of(key("a", "one", "lan"), key("a", "two", "lan"))))
                .withMessage("Two API keys are named a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiKeys(List.of(key("a", "abc", "lan"), key("b", HASH_OF_ABC, "lan"))))
                .withMessage("The API keys a and b are the same");
    }

    @Test
    void too_many_are_refused() {
        List<ApiKey> many = Collections.nCopies(1_001, desk);

        assertThatIllegalArgumentException().isThrownBy(() -> new ApiKeys(many));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void a_holder_has_a_name_on_one_line(String user) {
        assertThatIllegalArgumentException().isThrownBy(() -> key("a", "one", user));
        assertThatIllegalArgumentException().isThrownBy(() -> key(user, "one", "lan"));
    }

    @Test
    void a_key_is_never_printed() {
        assertThat(desk.toString()).doesNotContain("own");
    }

    private static ApiKey key(String name, String key, String user) {
        return new ApiKey(name, Token.configured(key), user, Grants.PLAIN);
    }
}
