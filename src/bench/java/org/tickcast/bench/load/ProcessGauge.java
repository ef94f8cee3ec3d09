package org.tickcast.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used until now, as Linux counts it.
 *
 * @param cpuSeconds in its own code and in the kernel for it
 * @param rssBytes its resident memory now, and at its most
 */
record ProcessGauge(double cpuSeconds, long rssBytes, long rssPeakBytes) {

    /** Linux shows ticks of this length on every architecture that has a JDK. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    static ProcessGauge ofThis() throws IOException {
        return of(ProcessHandle.current().pid());
    }

    static boolean isThere(long pid) {
        return Files.exists(Path.of("/proc", Long.toString(pid)));
    }

    static ProcessGauge of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        String stat = Files.readString(process.resolve("stat"));
        // The name before it, in brackets, may hold anything.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        String status = Files.readString(process.resolve("status"));
        return new ProcessGauge(
                (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS_PER_SECOND,
                kilobytes(status, "VmRSS:") * 1024,
                kilobytes(status, "VmHWM:") * 1024);
    }

    private static long kilobytes(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).replace("kB", "").strip())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + name + " in\n" + status));
    }
}
