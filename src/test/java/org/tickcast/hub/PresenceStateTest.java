package org.tickcast.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickcast.testing.PlainJson.asList;
import static org.tickcast.testing.PlainJson.asObject;
import static org.tickcast.testing.PlainJson.number;
import static org.tickcast.testing.PlainJson.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.tickcast.testing.PlainJson;

/** The same cases are for every client, in whatever language: {@code vectors/presence.json}. */
class PresenceStateTest {

    @TestFactory
    Stream<DynamicTest> each_vector_comes_out_as_it_says() throws IOException {
        List<@Nullable Object> cases = asList(PlainJson.object(vectors()).get("cases"));
        assertThat(cases).hasSizeGreaterThan(10);
        return cases.stream().map(PresenceStateTest::vector);
    }

    private static DynamicTest vector(@Nullable Object one) {
        Map<String, @Nullable Object> vector = asObject(one);
        return DynamicTest.dynamicTest(text(vector, "name"), () -> check(vector));
    }

    private static void check(Map<String, @Nullable Object> one) {
        Optional<PresenceState> state = Optional.of(state(asObject(one.get("state"))));
        for (Object diff : asList(one.get("diffs"))) {
            state = state.flatMap(before -> before.after(diff(asObject(diff))));
        }

        Object expected = one.get("expected");
        if ("ask".equals(expected)) {
            assertThat(state).isEmpty();
        } else {
            assertThat(state).contains(state(asObject(expected)));
        }
    }

    @Property
    void the_step_from_one_state_to_another_leads_there(
            @ForAll @Size(max = 12) Set<@IntRange(max = 20) Integer> before,
            @ForAll @Size(max = 12) Set<@IntRange(max = 20) Integer> after) {
        PresenceState from = complete(3, before);
        PresenceState to = complete(4, after);

        assertThat(from.after(from.stepTo(to))).contains(to);
    }

    @Property
    void a_step_taken_twice_is_a_step_taken_once(
            @ForAll @Size(max = 12) Set<@IntRange(max = 20) Integer> before,
            @ForAll @Size(max = 12) Set<@IntRange(max = 20) Integer> after) {
        PresenceState from = complete(3, before);
        PresenceDiff step = from.stepTo(complete(4, after));

        assertThat(from.after(step).flatMap(next -> next.after(step))).isEqualTo(from.after(step));
    }

    @Test
    void nobody_comes_and_goes_in_one_step() {
        TreeSet<String> ann = new TreeSet<>(Set.of("ann"));

        assertThatThrownBy(() -> new PresenceDiff(1, ann, ann, 1, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_step_names_so_many_and_says_when_there_were_more() {
        PresenceDiff step = PresenceDiff.of(2, List.of("a", "b", "c"), List.of("d", "e"), 10, 4);

        assertThat(step).isEqualTo(diffOf(2, Set.of("a", "b", "c"), Set.of("d"), 10, false));
    }

    private static PresenceDiff diffOf(long version, Set<String> joins, Set<String> leaves, int count, boolean all) {
        return new PresenceDiff(version, new TreeSet<>(joins), new TreeSet<>(leaves), count, all);
    }

    private static PresenceState complete(long version, Set<Integer> users) {
        TreeSet<String> names = new TreeSet<>();
        users.forEach(user -> names.add("user" + user));
        return new PresenceState(version, names, names.size(), true);
    }

    private static PresenceState state(Map<String, @Nullable Object> json) {
        return new PresenceState(
                number(json, "version"), names(json, "users"), (int) number(json, "count"), isComplete(json));
    }

    private static PresenceDiff diff(Map<String, @Nullable Object> json) {
        return new PresenceDiff(
                number(json, "version"),
                names(json, "joins"),
                names(json, "leaves"),
                (int) number(json, "count"),
                isComplete(json));
    }

    private static NavigableSet<String> names(Map<String, @Nullable Object> json, String list) {
        TreeSet<String> names = new TreeSet<>();
        asList(json.get(list)).forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    private static boolean isComplete(Map<String, @Nullable Object> json) {
        return Boolean.TRUE.equals(json.get("complete"));
    }

    private static String vectors() throws IOException {
        try (InputStream vectors = PresenceStateTest.class.getResourceAsStream("/vectors/presence.json")) {
            return new String(Objects.requireNonNull(vectors).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
