package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page that explains refusals says what the registry says, neither less nor more. */
class ErrorsPageTest {

    private static final Map<String, String> SECTIONS = new LinkedHashMap<>();

    @BeforeAll
    static void readThePage() throws IOException {
        for (String section : Files.readString(Path.of("docs/errors.md")).split("(?m)^## ", -1)) {
            int endOfTitle = section.indexOf('\n');
            assertThat(SECTIONS.put(section.substring(0, endOfTitle), section))
                    .as("a second section %s", section)
                    .isNull();
        }
        SECTIONS.remove("# Refusals and closes");
    }

    @Test
    void there_is_one_section_for_each_reason_and_none_too_many() {
        assertThat(SECTIONS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CloseCode.values()).map(CloseCode::id).toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_section_has_the_numbers_of_its_reason_and_says_what_happened_why_and_what_to_do(CloseCode reason) {
        assertThat(SECTIONS.get(reason.id()))
                .contains("| " + reason.httpStatus() + " | " + reason.code() + " | "
                        + reason.reconnect().id() + " |\n")
                .containsSubsequence("**What happened.** ", "**Why.** ", "**What to do.** ");
    }

    @ParameterizedTest
    @EnumSource
    void a_problem_leads_to_its_section(CloseCode reason) {
        assertThat(Problem.of(reason).type()).isEqualTo("/docs/errors.md#" + reason.id());
    }

    @ParameterizedTest
    @EnumSource
    void every_word_about_coming_back_is_explained_on_both_pages(Reconnect reconnect) throws IOException {
        assertThat(Files.readString(Path.of("docs/errors.md"))).contains("| `" + reconnect.id() + "` | ");
        assertThat(Files.readString(Path.of("docs/channels.md"))).contains("`" + reconnect.id() + "`");
    }
}
