package org.tickcast.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A list of facts that changes without the code: one a line, with comments after a #. A bad line names its number. */
final class DataFile {

    /** The exchanges list fewer stocks than this, so a longer file is some other file. */
    private static final int MAX_LINES = 10_000;

    private DataFile() {}

    /** Reads one of the files that lie beside this class. */
    static <T> T bundled(String name, Function<Reader, T> read) {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(DataFile.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            return read.apply(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + name, e);
        }
    }

    static <T> List<T> read(Reader from, Function<String, T> fact) {
        List<T> facts = new ArrayList<>();
        BufferedReader lines = new BufferedReader(from);
        int number = 0;
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                check(number);
                String said = withoutComment(line);
                if (!said.isEmpty()) {
                    facts.add(fact.apply(said));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading line " + (number + 1), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Line " + number + ": " + e.getMessage(), e);
        }
        return facts;
    }

    private static void check(int number) {
        if (number > MAX_LINES) {
            throw new IllegalArgumentException("a data file has at most " + MAX_LINES + " lines");
        }
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }
}
