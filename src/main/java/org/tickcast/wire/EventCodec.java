package org.tickcast.wire;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tickcast.market.MarketEvent;

/**
 * One market event as one line of JSON and back: what tapes hold and what producers push in. What is written here is
 * read as the very same event, doubles to the last bit. Safe for use by many threads.
 */
public final class EventCodec {

    /** In bytes; the longest that we write has fewer than 1,000. */
    public static final int LONGEST_LINE = 64 * 1024;

    private static final String SHORT_ENOUGH = "at most " + LONGEST_LINE + " bytes";

    private final Map<Class<?>, EventKind<?>> byClass =
            EventKind.ALL.stream().collect(Collectors.toUnmodifiableMap(EventKind::events, Function.identity()));
    private final Map<String, EventKind<?>> byType =
            EventKind.ALL.stream().collect(Collectors.toUnmodifiableMap(EventKind::type, Function.identity()));
    private final String types = "one of " + byType.keySet().stream().sorted().collect(Collectors.joining(", "));

    /** Without an end of line. */
    public String write(MarketEvent event) {
        EventKind<?> kind = byClass.get(event.getClass());
        if (kind == null) {
            throw new IllegalStateException("No line is known for " + event);
        }
        return kind.write(event);
    }

    /** What the line says, or why it says nothing. */
    public DecodedLine read(Line line) {
        if (line.isTooLong()) {
            return BadEvent.mustBe(JsonLine.LINE, SHORT_ENOUGH, line.text());
        }
        try {
            return new DecodedLine.Event(event(JsonLine.parse(line.text(), FieldNames::ours)));
        } catch (BadField bad) {
            return bad.refusal();
        }
    }

    /** The same for a line that did not come from a {@link LineReader}. */
    public DecodedLine read(String line) {
        return read(Line.of(line));
    }

    private MarketEvent event(JsonLine line) {
        String type = line.text(FieldNames.TYPE, types);
        EventKind<?> kind = byType.get(type);
        if (kind == null) {
            throw new BadField(BadEvent.mustBe(FieldNames.TYPE, types, type));
        }
        try {
            return kind.read().apply(line);
        } catch (IllegalArgumentException impossible) {
            // Each field can be read, but the market does not know such a fact, and says in its own words why.
            throw new BadField(new BadEvent("event", String.valueOf(impossible.getMessage())));
        }
    }
}
