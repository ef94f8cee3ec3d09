package org.tickcast.testing.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** A Payara Micro, with {@link RedeployingServer} for its main class. */
final class DeployingPayara implements DeployingServer {

    private static final String SERVER_JAR = "target/payara/payara-micro.jar";

    private final Conversation conversation;
    private final RunningJvm jvm;
    private final URL address;

    DeployingPayara(Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(whatTheManifestOpens());
        command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", SERVER_JAR + File.pathSeparator + "target/test-classes"));
        command.add(RedeployingServer.class.getName());
        command.addAll(List.of("--autobindhttp", "--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--prebootcommandfile", "target/payara/pre-boot-commands.txt"));
        command.addAll(List.of("--logproperties", "src/test/payara/logging.properties"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        conversation = new Conversation(process);
        jvm = new RunningJvm(process.pid());
        address = new URL("http://127.0.0.1:" + after("port ", conversation.answer()) + "/");
    }

    @Override
    public URL address() {
        return address;
    }

    @Override
    public void deploy() throws IOException {
        expect("[tickcast]", conversation.tell("deploy"));
    }

    @Override
    public void undeploy() throws IOException {
        expect("[]", conversation.tell("undeploy"));
    }

    @Override
    public RunningJvm jvm() {
        return jvm;
    }

    @Override
    public void close() throws InterruptedException {
        conversation.close();
    }

    private static void expect(String deployed, List<String> answer) {
        if (!after("deployed ", answer).equals(deployed)) {
            throw new AssertionError(String.join("\n", answer));
        }
    }

    /** The server itself may say something too. */
    private static String after(String beginning, List<String> answer) {
        return answer.stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(String.join("\n", answer)))
                .substring(beginning.length());
    }

    /** What {@code java -jar} would read from the server's manifest. */
    private static List<String> whatTheManifestOpens() throws IOException {
        try (JarFile jar = new JarFile(SERVER_JAR)) {
            return Stream.of("Add-Opens", "Add-Exports")
                    .flatMap(header -> values(jar, header)
                            .map(value -> "--" + header.toLowerCase(Locale.ROOT) + "=" + value + "=ALL-UNNAMED"))
                    .toList();
        }
    }

    private static Stream<String> values(JarFile jar, String header) {
        try {
            return Stream.of(
                    jar.getManifest().getMainAttributes().getValue(header).split(" ", -1));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the manifest of " + SERVER_JAR, e);
        }
    }
}
