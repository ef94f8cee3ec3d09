package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tickcast.testing.WrittenFile;

/** Pages and programs in JavaScript know the same reasons as the server, in the same words. */
class CloseCodesScriptTest {

    private static final WrittenFile SCRIPT = new WrittenFile(Path.of("src/main/webapp/js/close-codes.js"));

    /** Reasons with one number have one verdict, as CloseCodeTest sees to, so it stands there once. */
    private static final String HEAD = """
            // Written from org.tickcast.wire.CloseCode: whether to come back, and why, where there is only one reason.

            export const CLOSE_CODES = {
            """;

    @Test
    void the_script_says_what_the_registry_says() {
        assertThat(SCRIPT.orWritten(script()))
                .as(SCRIPT.howToWriteIt(getClass()))
                .isEqualTo(script());
    }

    private static String script() {
        Map<Integer, List<CloseCode>> byNumber = Arrays.stream(CloseCode.values())
                .collect(Collectors.groupingBy(CloseCode::code, TreeMap::new, Collectors.toList()));
        return byNumber.entrySet().stream()
                .map(reasons -> line(reasons.getKey(), reasons.getValue()))
                .collect(Collectors.joining("", HEAD, "};\n"));
    }

    private static String line(int number, List<CloseCode> reasons) {
        CloseCode first = reasons.get(0);
        String id = reasons.size() == 1 ? ", '" + first.id() + "'" : "";
        return "  " + number + ": ['" + first.reconnect().id() + "'" + id + "],\n";
    }
}
