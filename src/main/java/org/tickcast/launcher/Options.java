package org.tickcast.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What Payara Micro is told on the command line, where the names of options are the same in small and in capitals. */
record Options(List<String> words) {

    private static final String COMMAND_FILE = "--preBootCommandFile";

    Options {
        words = List.copyOf(words);
    }

    boolean has(String option) {
        return at(option) >= 0;
    }

    Options with(String option, String value) {
        List<String> more = new ArrayList<>(words);
        more.addAll(List.of(option, value));
        return new Options(more);
    }

    /** Has these commands run before the server starts, after those of a file that is named already: there can be one file. */
    Options withCommands(String commands) throws IOException {
        Path file = Files.createTempFile("tickcast", ".txt");
        file.toFile().deleteOnExit();
        int named = at(COMMAND_FILE) + 1;
        boolean isNamed = named > 0 && named < words.size();
        String before = isNamed ? Files.readString(Path.of(words.get(named))) + System.lineSeparator() : "";
        Files.writeString(file, before + commands);
        if (!isNamed) {
            return with(COMMAND_FILE, file.toString());
        }
        List<String> changed = new ArrayList<>(words);
        changed.set(named, file.toString());
        return new Options(changed);
    }

    String[] toArguments() {
        return words.toArray(String[]::new);
    }

    private int at(String option) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equalsIgnoreCase(option)) {
                return i;
            }
        }
        return -1;
    }
}
