package org.tickcast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tickcast.market.MarketEvent;

/** What the page for producers shows is what is read. */
class IngestPageTest {

    private static final Pattern EXAMPLE = Pattern.compile("^\\| `(\\w+)` \\| `(\\{.*})` \\|$", Pattern.MULTILINE);

    private final EventCodec codec = new EventCodec();

    @Test
    void each_kind_of_event_has_an_example_that_is_read_as_one() throws IOException {
        Matcher row = EXAMPLE.matcher(Files.readString(Path.of("docs/ingest.md")));
        List<Class<?>> shown = new ArrayList<>();

        while (row.find()) {
            DecodedLine read = codec.read(row.group(2));
            assertThat(read).isInstanceOfSatisfying(DecodedLine.Event.class, line -> {
                assertThat(codec.write(line.event())).startsWith("{\"type\":\"" + row.group(1) + "\"");
                shown.add(line.event().getClass());
            });
        }

        assertThat(shown).containsExactlyInAnyOrder(MarketEvent.class.getPermittedSubclasses());
    }

    @Test
    void the_answer_on_it_is_the_answer_to_such_lines() throws IOException {
        BadEvent bad = (BadEvent) codec.read("{\"type\":\"trade\",\"symbol\":\"FPT\",\"price\":\"dear\",\"volume\":1,"
                + "\"session\":\"LO\",\"at\":\"2026-11-20T09:30:00+07:00\"}");
        IngestReport report = new IngestReport(2, 1, 4, List.of(LineError.of(3, bad)), 0);

        String page = Files.readString(Path.of("docs/ingest.md")).replaceAll("\n *", "");

        assertThat(page).contains(new WireCodec().ingested(report));
    }

    @Test
    void an_answer_that_is_a_problem_has_the_same_after_what_every_problem_has() {
        IngestReport report = new IngestReport(1_000, 0, 1_000, List.of(), 0);

        String text = new WireCodec().ingested(Problem.of(CloseCode.BUSY), report);

        assertThat(text)
                .isEqualTo("{\"type\":\"/docs/errors.md#busy\",\"title\":\"The server is too busy to answer\","
                        + "\"status\":503,\"detail\":\"Ask again in a moment, and less often.\",\"code\":\"busy\",\"reconnect\":\"back-off\","
                        + "\"accepted\":1000,\"rejected\":0,\"lines\":1000,\"errors\":[],\"errors_omitted\":0}");
    }
}
