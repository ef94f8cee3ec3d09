package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token may say is short, few, and safe to log; its limits only narrow. */
class BadClaimsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t", "a\nb", "a\u0000", "a\u007F", "a\u2028b", "a\u2029b", "\uD83D", "\uDD11\uD83D"})
    void a_user_has_a_name_on_one_line(String subject) {
        assertThatIllegalArgumentException().isThrownBy(() -> claims(subject, null));
    }

    @Test
    void a_user_has_at_most_128_characters() {
        assertThat(claims("🔑".repeat(128), null).subject()).hasSize(256);
        assertThatIllegalArgumentException().isThrownBy(() -> claims("u".repeat(129), null));
        assertThatIllegalArgumentException().isThrownBy(() -> claims("u".repeat(1_000_000), null));
    }

    @Test
    void a_token_has_at_most_128_characters_of_id() {
        assertThat(claims("lan", "j".repeat(128)).tokenId()).hasSize(128);
        assertThatIllegalArgumentException().isThrownBy(() -> claims("lan", "j".repeat(129)));
        assertThatIllegalArgumentException().isThrownBy(() -> claims("lan", ""));
    }

    @Test
    void roles_are_few_and_short() {
        assertThat(grants(null, names(32)).roles()).hasSize(32);
        assertThatIllegalArgumentException().isThrownBy(() -> grants(null, names(33)));
        assertThatIllegalArgumentException().isThrownBy(() -> grants(null, Set.of("r".repeat(65))));
        assertThatIllegalArgumentException().isThrownBy(() -> grants(null, Set.of(" ")));
    }

    @Test
    void a_plan_is_short() {
        assertThat(grants("p".repeat(64), Set.of()).plan()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> grants("p".repeat(65), Set.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> grants("", Set.of()));
    }

    @Test
    void channels_are_few_and_short() {
        assertThat(ChannelScope.of(names(32)).includes("n31")).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> ChannelScope.of(names(33)));
        assertThatIllegalArgumentException().isThrownBy(() -> ChannelScope.of(List.of("c".repeat(65))));
    }

    @Test
    void a_scope_opens_what_it_names_to_the_letter() {
        ChannelScope market = ChannelScope.of(List.of("market"));

        assertThat(market.includes("market")).isTrue();
        assertThat(market.includes("Market")).isFalse();
        assertThat(market.includes("index")).isFalse();
        assertThat(ChannelScope.ALL.includes("anything")).isTrue();
    }

    @Test
    void a_scope_that_names_nothing_opens_nothing() {
        ChannelScope none = ChannelScope.of(List.of());

        assertThat(none.includes("market")).isFalse();
        assertThat(none.includes("")).isFalse();
    }

    @Test
    void its_own_limits_only_narrow() {
        OwnLimits own = new OwnLimits(3, null, 100);

        assertThat(own.connectionsWithin(5)).isEqualTo(3);
        assertThat(own.connectionsWithin(2)).isEqualTo(2);
        assertThat(own.messagesPerSecondWithin(10)).isEqualTo(10);
        assertThat(own.messagesPerMinuteWithin(60)).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void a_limit_is_positive(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OwnLimits(limit, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new OwnLimits(null, limit, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new OwnLimits(null, null, limit));
    }

    @Test
    void a_refusal_does_not_repeat_what_it_refuses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> claims("secret\n", null))
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("secret"));
    }

    private static Claims claims(String subject, @Nullable String tokenId) {
        return new Claims(TokenKind.JWT, subject, Grants.PLAIN, null, null, tokenId);
    }

    private static Grants grants(@Nullable String plan, Set<String> roles) {
        return new Grants(plan, roles, ChannelScope.ALL, OwnLimits.NONE);
    }

    private static Set<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i).collect(Collectors.toSet());
    }
}
