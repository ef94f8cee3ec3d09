package org.tickcast.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tickcast.admission.Callers.HERE;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may have is what his plan says, and never more. */
class PlansTest {

    private static final Plan USUAL = new Plan(5, 10, 100);
    private static final Plan FREE = new Plan(2, 10, 100);
    private static final Plan PROFESSIONAL = new Plan(10, 20, 1_000);

    private final Plans plans = new Plans(USUAL, Map.of("free", FREE, "professional", PROFESSIONAL));

    @Test
    void a_plan_is_found_by_its_name_and_by_an_older_one() {
        assertThat(planOf("free", OwnLimits.NONE)).isEqualTo(FREE);
        assertThat(planOf("professional", OwnLimits.NONE)).isEqualTo(PROFESSIONAL);
        assertThat(planOf("pro", OwnLimits.NONE)).isEqualTo(PROFESSIONAL);
    }

    @Test
    void a_plan_that_has_the_older_name_itself_goes_before_the_newer_one() {
        Plan own = new Plan(7, 7, 70);
        Plans both = new Plans(USUAL, Map.of("pro", own, "professional", PROFESSIONAL));
        Grants grants = new Grants("pro", Set.of(), ChannelScope.ALL, OwnLimits.NONE);

        assertThat(both.of(Callers.claims("lan", grants).bearerAt(HERE))).isEqualTo(own);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"Free", "gold", "free ", "professional,free"})
    void without_a_plan_or_with_one_that_is_not_known_the_usual_holds(@Nullable String name) {
        assertThat(planOf(name, OwnLimits.NONE)).isEqualTo(USUAL);
    }

    @Test
    void who_has_shown_nothing_has_the_usual() {
        assertThat(plans.of(ClientIdentity.knownByAddress(HERE))).isEqualTo(USUAL);
    }

    @Test
    void a_token_narrows_its_plan_and_widens_nothing() {
        assertThat(planOf("professional", new OwnLimits(1, 5, 50))).isEqualTo(new Plan(1, 5, 50));
        assertThat(planOf("professional", new OwnLimits(3, null, null))).isEqualTo(new Plan(3, 20, 1_000));
        assertThat(planOf("free", new OwnLimits(1_000, 1_000, 100_000))).isEqualTo(FREE);
        assertThat(planOf("gold", new OwnLimits(1_000, null, null))).isEqualTo(USUAL);
    }

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,0,1", "1,1,0", "-1,1,1"})
    void a_plan_allows_something_of_everything(int connections, int perSecond, int perMinute) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Plan(connections, perSecond, perMinute));
    }

    private Plan planOf(@Nullable String name, OwnLimits own) {
        Grants grants = new Grants(name, Set.of(), ChannelScope.ALL, own);
        return plans.of(Callers.claims("lan", grants).bearerAt(HERE));
    }
}
