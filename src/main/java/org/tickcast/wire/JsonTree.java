package org.tickcast.wire;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as maps, lists, texts, whole numbers ({@link Long}), other numbers ({@link Double}), booleans and null;
 * of bounded depth and width. What is there twice is refused, for readers differ in which of the two they take.
 */
public final class JsonTree {

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
    private static final int LONGEST_NUMBER = 32;

    private final JsonParser parser;
    private final int deepest;
    private final int mostMembers;

    private JsonTree(JsonParser parser, int deepest, int mostMembers) {
        this.parser = parser;
        this.deepest = deepest;
        this.mostMembers = mostMembers;
    }

    /** @throws BadJson when it is no such object */
    public static Map<String, @Nullable Object> object(String text, int deepest, int mostMembers) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            return new JsonTree(parser, deepest, mostMembers).whole();
        } catch (JsonException | NoSuchElementException notJson) {
            throw new BadJson(HubError.NOT_JSON, HubError.NOT_JSON.words());
        }
    }

    private Map<String, @Nullable Object> whole() {
        if (parser.next() != Event.START_OBJECT) {
            throw new BadJson(HubError.NOT_JSON, HubError.NOT_JSON.words());
        }
        Map<String, @Nullable Object> object = object(1);
        // Asking is what makes the parser look for something behind the object.
        if (parser.hasNext()) {
            throw new BadJson(HubError.NOT_JSON, HubError.NOT_JSON.words());
        }
        return object;
    }

    private Map<String, @Nullable Object> object(int depth) {
        checkDepth(depth);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            if (object.containsKey(name)) {
                throw new BadJson(HubError.BAD_FIELD, "An object has each member once");
            }
            checkRoom(object.size());
            object.put(name, value(parser.next(), depth));
        }
        return object;
    }

    private List<@Nullable Object> list(int depth) {
        checkDepth(depth);
        List<@Nullable Object> list = new ArrayList<>();
        for (Event next = parser.next(); next != Event.END_ARRAY; next = parser.next()) {
            checkRoom(list.size());
            list.add(value(next, depth));
        }
        return list;
    }

    private @Nullable Object value(Event event, int depth) {
        return switch (event) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> list(depth + 1);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new BadJson(HubError.NOT_JSON, HubError.NOT_JSON.words());
        };
    }

    private static Object number(String digits) {
        if (digits.length() > LONGEST_NUMBER) {
            throw new BadJson(HubError.BAD_FIELD, "A number has at most " + LONGEST_NUMBER + " characters");
        }
        return WHOLE.matcher(digits).matches() ? (Object) Long.valueOf(digits) : Double.valueOf(digits);
    }

    private void checkDepth(int depth) {
        if (depth > deepest) {
            throw new BadJson(HubError.TOO_DEEP, "A message is nested at most " + deepest + " deep");
        }
    }

    private void checkRoom(int size) {
        if (size == mostMembers) {
            throw new BadJson(HubError.BAD_FIELD, "An object or a list has at most " + mostMembers + " members");
        }
    }
}
