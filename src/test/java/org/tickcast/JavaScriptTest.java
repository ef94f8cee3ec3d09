package org.tickcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.Node;

/** Runs the tests of the client library, which are written in its own language. */
class JavaScriptTest {

    private static final Path TESTS = Path.of("src/test/js");

    @Test
    void the_client_library_keeps_its_promises() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("--test", "--test-reporter=tap"));
        try (Stream<Path> files = Files.list(TESTS)) {
            files.map(Path::toString)
                    .filter(name -> name.endsWith(".test.mjs"))
                    .sorted()
                    .forEach(command::add);
        }

        String report = Node.find().run(command);

        assertThat(report).containsPattern("(?m)^# pass [1-9]\\d\\d+$").contains("# fail 0\n");
    }
}
