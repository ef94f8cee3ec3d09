package org.tickcast.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How the files of a tape are called: {@code tape-000017-2026-02-11.ndjson.gz}. The number comes first and only grows,
 * so they are in order even when a clock was set back.
 */
final class TapeFiles {

    private static final Pattern NAME = Pattern.compile("tape-([0-9]{6,9})-[0-9-]{10,}[.]ndjson[.]gz");

    private TapeFiles() {}

    /** The tapes of a directory in order, or the one file itself, whatever it is called. */
    static List<Path> inOrder(Path tape) throws IOException {
        if (!Files.isDirectory(tape)) {
            return Files.exists(tape) ? List.of(tape) : List.of();
        }
        try (Stream<Path> files = Files.list(tape)) {
            return files.filter(file -> numberOf(file) > 0)
                    .sorted(Comparator.comparingLong(TapeFiles::numberOf))
                    .toList();
        }
    }

    /** Behind all that are there. */
    static Path next(Path directory, LocalDate day) throws IOException {
        List<Path> known = inOrder(directory);
        long last = known.isEmpty() || !Files.isDirectory(directory) ? 0 : numberOf(known.get(known.size() - 1));
        return directory.resolve(String.format(Locale.ROOT, "tape-%06d-%s.ndjson.gz", last + 1, day));
    }

    /** From 1; 0 for a file that is no tape. */
    private static long numberOf(Path file) {
        Path name = file.getFileName();
        Matcher tape = NAME.matcher(name == null ? "" : name.toString());
        return tape.matches() ? Long.parseLong(tape.group(1)) : 0;
    }
}
