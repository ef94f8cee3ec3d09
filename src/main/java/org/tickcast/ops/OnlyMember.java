package org.tickcast.ops;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has written: one JSON object with one member that is a text, and nothing else. What could be read in
 * two ways is not read at all.
 */
record OnlyMember(String name, String text) {

    /** Room for the longest user id, however it is escaped. */
    static final int MOST_BYTES = 4096;

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    /** Null when the bytes are not that, or too many. */
    static @Nullable OnlyMember read(byte[] utf8) {
        if (utf8.length > MOST_BYTES) {
            return null;
        }
        try (JsonParser parser = PARSERS.createParser(new StringReader(decoded(utf8)))) {
            return onlyMember(parser);
        } catch (CharacterCodingException | RuntimeException unclear) {
            // Parsers differ in what they throw at bad text.
            return null;
        }
    }

    private static String decoded(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    private static OnlyMember onlyMember(JsonParser parser) {
        expect(Event.START_OBJECT, parser);
        expect(Event.KEY_NAME, parser);
        String name = parser.getString();
        expect(Event.VALUE_STRING, parser);
        OnlyMember member = new OnlyMember(name, parser.getString());
        expect(Event.END_OBJECT, parser);
        if (parser.hasNext()) {
            throw new IllegalArgumentException("Something follows the object");
        }
        return member;
    }

    private static void expect(Event event, JsonParser parser) {
        if (parser.next() != event) {
            throw new IllegalArgumentException("Not an object with one member");
        }
    }
}
