package org.tickcast.testing.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The nginx of this machine, with one site, until it is closed. Where there is none, tests that need it are skipped and
 * say so; where the environment variable {@code TICKCAST_NGINX} names one, it has to be there.
 */
public final class Nginx implements AutoCloseable {

    private static final String VARIABLE = "TICKCAST_NGINX";
    private static final int SECONDS = 30;

    private final List<String> command;
    private final Path directory;

    private Nginx(Path executable, Path directory) {
        this.command =
                List.of(executable.toString(), "-p", directory.toString(), "-c", "nginx.conf", "-e", "error.log");
        this.directory = directory;
    }

    /** Returns when it listens; what it writes is in this directory. */
    public static Nginx start(Path directory, String site) throws IOException, InterruptedException {
        Path executable = find();
        Files.writeString(directory.resolve("site.conf"), site);
        Files.writeString(directory.resolve("nginx.conf"), main());
        Nginx nginx = new Nginx(executable, directory);
        nginx.run();
        return nginx;
    }

    /** What the system's own configuration says around each site; the one user there is in a test does all the work. */
    private static String main() {
        String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
        return user + """
                pid nginx.pid;
                worker_processes 1;
                events { worker_connections 512; }
                http {
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    include site.conf;
                }
                """;
    }

    private static Path find() {
        String named = System.getenv(VARIABLE);
        if (named != null) {
            Path nginx = Path.of(named);
            assertThat(Files.isExecutable(nginx))
                    .as("%s names no program: %s", VARIABLE, named)
                    .isTrue();
            return nginx;
        }
        // Where Debian has it is not on everybody's path.
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Stream.of(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, "nginx"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> Assumptions.abort("SKIPPED: no nginx on this machine; install it, or name it in "
                        + VARIABLE + ", to test what stands in front of the server"));
    }

    private void run(String... options) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(options));
        File printed = directory.resolve("printed.txt").toFile();
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(printed)
                .start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                .as("It did not answer")
                .isTrue();
        assertThat(process.exitValue())
                .as("What nginx printed: %s", Files.readString(printed.toPath(), Charset.defaultCharset()))
                .isZero();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("-s", "stop");
    }
}
