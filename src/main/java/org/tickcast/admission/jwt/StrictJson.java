package org.tickcast.admission.jwt;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON that somebody else wrote, and that two programs must not read differently: one object in sound UTF-8, with no
 * member twice, and not nested without end. It becomes maps, lists, strings, booleans and {@link BigDecimal}s; a member
 * that is null is left out.
 *
 * <p>Threads: any.
 */
final class StrictJson {

    /** Room for objects in arrays in objects, and no more than the stack has. */
    static final int DEEPEST = 16;

    /** No number that means something to us is longer. */
    private static final int LONGEST_NUMBER = 100;

    private static final Object NULL = new Object();
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final JsonParser parser;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /** The object that the bytes are, or null when they are anything else. */
    static @Nullable Map<String, Object> object(byte[] utf8) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(decoded(utf8)))) {
            return new StrictJson(parser).onlyObject();
        } catch (CharacterCodingException | RuntimeException e) {
            // Parsers differ in what they throw at bad text. All of it says that this is not what we read.
            return null;
        }
    }

    private static String decoded(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    private Map<String, Object> onlyObject() {
        if (parser.next() != Event.START_OBJECT) {
            throw new IllegalArgumentException("Not an object");
        }
        Map<String, Object> object = members(1);
        if (parser.hasNext()) {
            throw new IllegalArgumentException("Something follows the object");
        }
        return object;
    }

    private Map<String, Object> members(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = parser.getString();
            if (members.put(name, value(parser.next(), depth)) != null) {
                throw new IllegalArgumentException("A member stands there twice");
            }
        }
        members.values().removeIf(value -> value == NULL);
        return members;
    }

    private List<Object> elements(int depth) {
        List<Object> elements = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            elements.add(value(event, depth));
        }
        return elements;
    }

    private Object value(Event event, int depth) {
        return switch (event) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> number(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> NULL;
            case START_OBJECT -> members(deeper(depth));
            case START_ARRAY -> elements(deeper(depth));
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new IllegalArgumentException("Not a value");
        };
    }

    private static int deeper(int depth) {
        if (depth == DEEPEST) {
            throw new IllegalArgumentException("Nested too deep");
        }
        return depth + 1;
    }

    private static BigDecimal number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new IllegalArgumentException("A number too long to mean anything");
        }
        return new BigDecimal(text);
    }
}
