package org.tickcast.testing.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Another Java process on this machine, as the JDK's own tool sees it. */
public final class RunningJvm {

    private final long pid;

    RunningJvm(long pid) {
        this.pid = pid;
    }

    /** Counts what a garbage collection leaves. */
    public long liveInstancesOf(String className) throws IOException {
        return tell("GC.class_histogram").stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(className))
                .mapToLong(columns -> Long.parseLong(columns[1]))
                .sum();
    }

    /** By how many class loaders a class of this name is loaded. */
    public long timesLoaded(String className) throws IOException {
        tell("GC.run");
        return tell("VM.class_hierarchy", className).stream()
                .filter(line -> line.contains(className))
                .count();
    }

    /** All threads: what they are called, and what they are about. */
    public List<String> threads() throws IOException {
        return tell("Thread.print");
    }

    private List<String> tell(String... command) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(System.getProperty("java.home") + "/bin/jcmd");
        line.add(String.valueOf(pid));
        line.addAll(List.of(command));
        Process tool = new ProcessBuilder(line).redirectErrorStream(true).start();
        List<String> said = tool.inputReader().lines().toList();
        try {
            if (tool.waitFor() != 0) {
                throw new IOException("Asking " + pid + " for " + line + ": " + said);
            }
        } catch (InterruptedException e) {
            throw new IOException("Asking " + pid + " for " + line, e);
        }
        return said;
    }
}
