package org.tickcast.testing.server;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** With a process that is told what to do on its standard input, and says {@code DONE} on a line of its own when it is. */
final class Conversation implements AutoCloseable {

    private static final String DONE = "DONE";
    private static final int SECONDS_TO_END = 15;

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    Conversation(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.orders = process.outputWriter();
    }

    /** Returns what it says to these lines. */
    List<String> tell(String... lines) throws IOException {
        for (String line : lines) {
            orders.write(line);
            orders.newLine();
        }
        orders.flush();
        return answer();
    }

    List<String> answer() throws IOException {
        Stream.Builder<String> said = Stream.builder();
        for (String line = answers.readLine(); !DONE.equals(line); line = answers.readLine()) {
            if (line == null) {
                throw new IOException("It ended, and had said " + said.build().toList());
            }
            said.add(line);
        }
        return said.build().toList();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
