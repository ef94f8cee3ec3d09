package org.tickcast.testing.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A WildFly that writes into a directory of its own, and hears from its own command line what to do. */
final class DeployingWildFly implements DeployingServer {

    private static final String IS_UP = "WFLYSRV0025";
    private static final int SECONDS = 180;
    /** Beyond those of the servers that Arquillian starts. */
    private static final int PORT_OFFSET = 20_500;

    private static final String ON_LOOPBACK = "127.0.0.1";
    private static final int HTTP = 8_080 + PORT_OFFSET;
    private static final int MANAGEMENT = 9_990 + PORT_OFFSET;

    private final Path home = Path.of(System.getProperty("wildfly.home"));
    private final Path writesTo = Path.of(System.getProperty("wildfly.servers"), "redeploying");
    private final CountDownLatch upOrOver = new CountDownLatch(1);
    private final Process server;
    private final RunningJvm jvm;
    private final Conversation conversation;

    DeployingWildFly(Map<String, String> settings) throws IOException {
        copyConfiguration();
        Path pidFile = writesTo.resolve("pid");
        server = start(settings, pidFile);
        Thread reader = new Thread(this::passOnWhatItSays, "output of WildFly");
        reader.setDaemon(true);
        reader.start();
        awaitUp();
        jvm = new RunningJvm(Long.parseLong(Files.readString(pidFile).strip()));
        conversation = new Conversation(commandLine());
    }

    private void copyConfiguration() throws IOException {
        Path from = home.resolve("standalone/configuration");
        Files.createDirectories(writesTo.resolve("deployments"));
        Path to = Files.createDirectories(writesTo.resolve("configuration"));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    private Process start(Map<String, String> settings, Path pidFile) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/standalone.sh").toString());
        command.add("--server-config=standalone-microprofile.xml");
        command.add("-Djboss.server.base.dir=" + writesTo);
        command.add("-Djboss.socket.binding.port-offset=" + PORT_OFFSET);
        command.add("-Djboss.bind.address=" + ON_LOOPBACK);
        command.add("-Djboss.bind.address.management=" + ON_LOOPBACK);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JBOSS_PIDFILE", pidFile.toString());
        builder.environment().put("LAUNCH_JBOSS_IN_BACKGROUND", "true"); // So that it ends when its script is ended.
        return builder.start();
    }

    private Process commandLine() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin/jboss-cli.sh").toString(),
                        "--connect",
                        "--no-color-output",
                        "--controller=" + ON_LOOPBACK + ":" + MANAGEMENT)
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private void passOnWhatItSays() {
        try (BufferedReader output = server.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                System.out.println(line);
                if (line.contains(IS_UP)) {
                    upOrOver.countDown();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading what WildFly says", e);
        } finally {
            upOrOver.countDown();
        }
    }

    private void awaitUp() throws IOException {
        try {
            if (!upOrOver.await(SECONDS, TimeUnit.SECONDS) || !server.isAlive()) {
                throw new IOException("WildFly did not start");
            }
        } catch (InterruptedException e) {
            throw new IOException("Waiting for WildFly", e);
        }
    }

    @Override
    public URL address() {
        try {
            return new URL("http", ON_LOOPBACK, HTTP, "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void deploy() throws IOException {
        tell("deploy target/tickcast.war --name=ROOT.war");
    }

    @Override
    public void undeploy() throws IOException {
        tell("undeploy ROOT.war");
    }

    /** It repeats each order behind its prompt, and says nothing else when all is well. */
    private void tell(String order) throws IOException {
        List<String> complaints = conversation.tell(order, "echo DONE").stream()
                .filter(line -> !line.startsWith("[") && !line.isBlank())
                .toList();
        if (!complaints.isEmpty()) {
            throw new AssertionError(String.join("\n", complaints));
        }
    }

    @Override
    public RunningJvm jvm() {
        return jvm;
    }

    @Override
    public void close() throws InterruptedException {
        conversation.close();
        server.destroy();
        if (!server.waitFor(SECONDS, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
    }
}
