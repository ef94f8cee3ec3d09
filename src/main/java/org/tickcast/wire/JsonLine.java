package org.tickcast.wire;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.Depth;

/**
 * One JSON object on one line: its fields by our names, each asked for by what it must be. A field we do not know is
 * ignored, whatever is in it, and one that is {@code null} is missing. {@link BadField} names the first that is wrong.
 */
final class JsonLine {

    /** The field to name when it is the line as a whole that is wrong. */
    static final String LINE = "line";

    /** As JSON writes numbers, for those in quotes: Java by itself would take {@code NaN}, {@code 1f} and {@code 0x1p3}. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");

    private static final Pattern PLAIN_WHOLE = Pattern.compile("-?[0-9]{1,18}");

    /** More digits than any number has that we know of, and few enough to be read at once. */
    private static final int LONGEST_NUMBER = 64;

    /** How deep a field may be that we do not know. */
    private static final int DEEPEST = 32;

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private static final String ONE_OBJECT = "one JSON object";
    private static final String A_TEXT = "a text";
    private static final String A_WHOLE_NUMBER = "a whole number of at most 64 bits";
    private static final String A_COUNT = "a whole number of at most 32 bits";
    private static final String A_NUMBER = "a number";
    private static final String A_TIME = "a time of the years 1 to 9999, written like 2026-02-11T03:30:00.123456Z";
    private static final String LEVELS =
            "a list of at most " + Depth.MAX_LEVELS + " levels of price and volume, written like [[98400,1000]]";

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final Map<String, Value> fields = new HashMap<>();

    private JsonLine() {}

    /** @param ours tells our name for a field, or null when it is to be ignored */
    static JsonLine parse(String line, Function<String, @Nullable String> ours) {
        JsonLine parsed = new JsonLine();
        try (JsonParser parser = PARSERS.createParser(new StringReader(line))) {
            parsed.read(parser, ours);
        } catch (JsonParsingException e) {
            long column = e.getLocation().getColumnNumber();
            throw bad(LINE, ONE_OBJECT + " (it is none from column " + column + " on)", line);
        } catch (JsonException | NoSuchElementException e) {
            throw bad(LINE, ONE_OBJECT, line);
        }
        return parsed;
    }

    String text(String field) {
        return text(field, A_TEXT);
    }

    String text(String field, String mayBe) {
        Value value = present(field, mayBe);
        if (value.kind() != Kind.TEXT) {
            throw bad(field, mayBe, value.text());
        }
        return value.text();
    }

    long whole(String field) {
        return whole(present(field, A_WHOLE_NUMBER), field, A_WHOLE_NUMBER);
    }

    int count(String field) {
        Value value = present(field, A_COUNT);
        long count = whole(value, field, A_COUNT);
        if (count != (int) count) {
            throw bad(field, A_COUNT, value.text());
        }
        return (int) count;
    }

    double number(String field) {
        Value value = present(field, A_NUMBER);
        return Double.parseDouble(digits(value, field, A_NUMBER));
    }

    Instant time(String field) {
        String text = text(field, A_TIME);
        try {
            Instant at = Instant.parse(text);
            if (!at.isBefore(EARLIEST) && !at.isAfter(LATEST)) {
                return at;
            }
        } catch (DateTimeParseException notATime) {
            // Said below, with the same words as a time out of range.
        }
        throw bad(field, A_TIME, text);
    }

    Depth depth(String field) {
        Value value = present(field, LEVELS);
        if (value.kind() != Kind.LIST) {
            throw bad(field, LEVELS, value.text());
        }
        try {
            return new Depth(
                    value.items().stream().map(level -> level(level, field)).toList());
        } catch (IllegalArgumentException noSuchDepth) {
            throw bad(field, LEVELS, String.valueOf(noSuchDepth.getMessage()));
        }
    }

    private void read(JsonParser parser, Function<String, @Nullable String> ours) {
        if (parser.next() != Event.START_OBJECT) {
            throw bad(LINE, ONE_OBJECT, "something else");
        }
        while (parser.next() == Event.KEY_NAME) {
            String field = ours.apply(parser.getString());
            Event start = parser.next();
            if (field == null) {
                skip(start, parser);
            } else if (fields.put(field, value(start, parser)) != null) {
                throw new BadField(BadEvent.twice(field));
            }
        }
        // Asking is what makes the parser look for something behind the object.
        if (parser.hasNext()) {
            throw bad(LINE, ONE_OBJECT, "more than one");
        }
    }

    private static Value value(Event start, JsonParser parser) {
        return switch (start) {
            case VALUE_STRING -> new Value(Kind.TEXT, parser.getString(), List.of());
            case VALUE_NUMBER -> new Value(Kind.NUMBER, parser.getString(), List.of());
            case VALUE_NULL -> new Value(Kind.NOTHING, "null", List.of());
            case START_ARRAY -> list(parser);
            case VALUE_TRUE, VALUE_FALSE, START_OBJECT, END_OBJECT, END_ARRAY, KEY_NAME -> {
                skip(start, parser);
                yield new Value(Kind.OTHER, start == Event.START_OBJECT ? "an object" : "true or false", List.of());
            }
        };
    }

    /** A list of what we know of, which is levels, is never deeper than two; what is deeper stays unread. */
    private static Value list(JsonParser parser) {
        List<Value> items = new ArrayList<>();
        for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next()) {
            items.add(next == Event.START_ARRAY ? pair(parser) : value(next, parser));
        }
        return new Value(Kind.LIST, "a list of " + items.size(), items);
    }

    private static Value pair(JsonParser parser) {
        List<Value> items = new ArrayList<>();
        for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next()) {
            if (next == Event.START_ARRAY) {
                skip(next, parser);
                items.add(new Value(Kind.OTHER, "a list", List.of()));
            } else {
                items.add(value(next, parser));
            }
        }
        return new Value(Kind.LIST, "a list of " + items.size(), items);
    }

    /** Not by the parser's own skipArray: Parsson 1.1.7 never returns from it when the line ends inside. */
    private static void skip(Event start, JsonParser parser) {
        int deep = opens(start);
        while (deep > 0) {
            deep += opens(parser.next());
            // The parser has a limit of its own, and throws anything when it is reached.
            if (deep > DEEPEST) {
                throw bad(LINE, "nested at most " + DEEPEST + " deep", "deeper");
            }
        }
    }

    private static int opens(Event event) {
        return switch (event) {
            case START_OBJECT, START_ARRAY -> 1;
            case END_OBJECT, END_ARRAY -> -1;
            case KEY_NAME, VALUE_STRING, VALUE_NUMBER, VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> 0;
        };
    }

    private static Depth.Level level(Value level, String field) {
        if (level.items().size() != 2) {
            throw bad(field, LEVELS, level.text());
        }
        return new Depth.Level(
                whole(level.items().get(0), field, LEVELS), whole(level.items().get(1), field, LEVELS));
    }

    private static long whole(Value value, String field, String mayBe) {
        String digits = digits(value, field, mayBe);
        try {
            // Some write shares as 109100.0.
            return PLAIN_WHOLE.matcher(digits).matches()
                    ? Long.parseLong(digits)
                    : new BigDecimal(digits).longValueExact();
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw bad(field, mayBe, value.text());
        }
    }

    private static String digits(Value value, String field, String mayBe) {
        boolean number = value.kind() == Kind.NUMBER
                || value.kind() == Kind.TEXT && NUMBER.matcher(value.text()).matches();
        if (!number || value.text().length() > LONGEST_NUMBER) {
            throw bad(field, mayBe, value.text());
        }
        return value.text();
    }

    private Value present(String field, String mayBe) {
        Value value = fields.get(field);
        if (value == null || value.kind() == Kind.NOTHING) {
            throw new BadField(BadEvent.missing(field, mayBe));
        }
        return value;
    }

    private static BadField bad(String field, String mayBe, String was) {
        return new BadField(BadEvent.mustBe(field, mayBe, was));
    }

    private enum Kind {
        TEXT,
        NUMBER,
        LIST,
        NOTHING,
        OTHER
    }

    /** @param text what it was, to be read or to be shown */
    private record Value(Kind kind, String text, List<Value> items) {}
}
