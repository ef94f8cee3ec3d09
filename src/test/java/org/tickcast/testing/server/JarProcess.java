package org.tickcast.testing.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code java -jar target/tickcast.jar} as a user would start it, and what it prints. */
public final class JarProcess implements AutoCloseable {

    private static final Pattern READY =
            Pattern.compile("Tickcast is ready: (https?://localhost:\\d+/)(?:\\?token=(\\S+))?");
    private static final int SECONDS = 180;

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final CountDownLatch readyOrOver = new CountDownLatch(1);

    private JarProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::readOutput, "output of tickcast.jar");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it on a free port of 127.0.0.1. */
    public static JarProcess start(Map<String, String> environment, String... javaOptions) throws IOException {
        return start(freePort(), environment, javaOptions);
    }

    public static JarProcess start(int port, Map<String, String> environment, String... javaOptions)
            throws IOException {
        return start(List.of("--port", String.valueOf(port)), environment, javaOptions);
    }

    /** Starts it with these options of the server. */
    public static JarProcess start(List<String> options, Map<String, String> environment, String... javaOptions)
            throws IOException {
        return run(command(options, javaOptions), environment);
    }

    /** Starts it on a free port, with no more file descriptors than these. */
    public static JarProcess startWithFiles(int descriptors, String... javaOptions) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -n " + descriptors + "; exec \"$@\"", "sh"));
        command.addAll(command(List.of("--port", String.valueOf(freePort())), javaOptions));
        return run(command, Map.of());
    }

    private static List<String> command(List<String> options, String... javaOptions) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("-jar", "target/tickcast.jar"));
        command.addAll(options);
        command.addAll(List.of("--prebootcommandfile", "src/test/payara/pre-boot-commands.txt"));
        return command;
    }

    private static JarProcess run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(new File(".")).redirectErrorStream(true);
        // Only what the test sets: the machine's own settings would change what is started, or what it prints.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("TICKCAST_")
                        || name.startsWith("WS_")
                        || name.startsWith("SSL_")
                        || name.startsWith("JAVA_TOOL"));
        builder.environment().putAll(environment);
        return new JarProcess(builder.start());
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void readOutput() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
                if (READY.matcher(line).find()) {
                    readyOrOver.countDown();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("Reading the output of tickcast.jar", e);
        } finally {
            readyOrOver.countDown();
        }
    }

    /** Waits until it says that it is ready, and returns where. */
    public URL awaitReady() throws Exception {
        if (!readyOrOver.await(SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
            throw new AssertionError("It did not start:\n" + output());
        }
        return new URL(ready().group(1));
    }

    /** The token in the line that says it is ready. */
    public String shownToken() {
        return String.valueOf(ready().group(2));
    }

    private Matcher ready() {
        Matcher ready = READY.matcher(output());
        if (!ready.find()) {
            throw new AssertionError("It does not say that it is ready:\n" + output());
        }
        return ready;
    }

    /** Waits for its end, and returns its exit code. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("It did not end:\n" + output());
        }
        return process.exitValue();
    }

    /** Asks it to stop, as a terminal or a container does, and goes on listening to what it says. */
    public void terminate() throws IOException, InterruptedException {
        signal("TERM");
    }

    /** Ends it from one moment to the next, without a word. */
    public void kill() throws IOException, InterruptedException {
        if (isAlive()) {
            signal("KILL");
            awaitEnd();
        }
    }

    /** Sends it a signal, such as {@code STOP} and {@code CONT}, which hold it and let it go on. */
    public void signal(String name) throws IOException, InterruptedException {
        int sent = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (sent != 0) {
            throw new IOException("It was not sent " + name);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it has printed such a line, and returns it. */
    public String awaitLine(Predicate<String> wanted) throws InterruptedException {
        return awaitLine(0, wanted);
    }

    /** The same behind so many lines that it had printed before. */
    public String awaitLine(int before, Predicate<String> wanted) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        synchronized (lines) {
            while (lines.stream().skip(before).noneMatch(wanted)) {
                long millisLeft = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (millisLeft <= 0) {
                    throw new AssertionError("It did not print that line:\n" + output());
                }
                lines.wait(millisLeft);
            }
            return lines.stream().skip(before).filter(wanted).findFirst().orElseThrow();
        }
    }

    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    public String output() {
        return String.join("\n", lines());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
