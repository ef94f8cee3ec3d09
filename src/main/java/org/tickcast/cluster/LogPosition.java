package org.tickcast.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a {@link FeedLog}. Entries are numbered without a gap within a generation, so that whoever misses one knows.
 *
 * @param generation grows whenever the log begins anew, for good or because nobody knows what is missing
 * @param number of the entry in it; the beginning is 0
 */
public record LogPosition(long generation, long number) implements Comparable<LogPosition> {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

    public LogPosition {
        if (generation < 1 || number < 0) {
            throw new IllegalArgumentException("No such place in a log: " + generation + "-" + number);
        }
    }

    /** Reads what {@link #toString} writes. */
    public static LogPosition parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException("No place in a log of ours: " + text);
        }
        return new LogPosition(Long.parseLong(written.group(1)), Long.parseLong(written.group(2)));
    }

    public LogPosition next() {
        return new LogPosition(generation, number + 1);
    }

    public boolean isBeginning() {
        return number == 0;
    }

    @Override
    public int compareTo(LogPosition other) {
        int byGeneration = Long.compare(generation, other.generation);
        return byGeneration != 0 ? byGeneration : Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return generation + "-" + number;
    }
}
