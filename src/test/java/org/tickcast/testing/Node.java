package org.tickcast.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The Node.js of this machine. Where there is none that is new enough, tests that need it are skipped and say so; where
 * the environment variable {@code TICKCAST_NODE} names one, it has to be there.
 */
public final class Node {

    private static final String VARIABLE = "TICKCAST_NODE";
    private static final int OLDEST = 18;
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.");
    private static final int SECONDS = 120;

    private final Path executable;

    private Node(Path executable) {
        this.executable = executable;
    }

    public static Node find() throws IOException, InterruptedException {
        String named = System.getenv(VARIABLE);
        if (named != null) {
            Node node = new Node(Path.of(named));
            assertThat(Files.isExecutable(node.executable))
                    .as("%s names no program: %s", VARIABLE, named)
                    .isTrue();
            assertThat(node.version())
                    .as("The version of %s, which %s names", named, VARIABLE)
                    .isGreaterThanOrEqualTo(OLDEST);
            return node;
        }
        Path found = onThePath();
        if (found == null || new Node(found).version() < OLDEST) {
            return Assumptions.abort(
                    "SKIPPED: no Node.js " + OLDEST + " or later on this machine; install it, or name it in " + VARIABLE
                            + ", to test the client library");
        }
        return new Node(found);
    }

    /** Runs it to its end, which has to be a good one, and returns what it printed. */
    public String run(List<String> words) throws IOException, InterruptedException {
        Path printed = Files.createTempFile("node", ".txt");
        try {
            Process process = new ProcessBuilder(command(words))
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            String output = Files.readString(printed, StandardCharsets.UTF_8);
            assertThat(ended).as("It did not end:\n%s", output).isTrue();
            assertThat(process.exitValue()).as(output.replace("%", "%%")).isZero();
            return output;
        } finally {
            Files.delete(printed);
        }
    }

    private int version() throws IOException, InterruptedException {
        Matcher version = VERSION.matcher(run(List.of("--version")));
        return version.find() ? Integer.parseInt(version.group(1)) : 0;
    }

    private List<String> command(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(executable.toString());
        command.addAll(words);
        return command;
    }

    private static @Nullable Path onThePath() {
        String path = System.getenv("PATH");
        return Stream.of(path == null ? new String[0] : path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
