package org.tickcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/security.md says is shown by a test is shown by one that there is. */
class SecurityPageTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void every_test_that_it_names_is_there() throws IOException {
        Set<String> tests = tests();

        assertThat(TEST.matcher(Files.readString(Path.of("docs/security.md")))
                        .results()
                        .map(found -> found.group(1)))
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(tests).contains(name));
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
