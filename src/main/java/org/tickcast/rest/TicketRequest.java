package org.tickcast.rest;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.CloseCode;
import org.tickcast.wire.Door;

/** What a ticket is wanted for: {@code {"channel":"market"}}, and not a word more. */
sealed interface TicketRequest {

    int MOST_BYTES = 256;
    String MEDIA_TYPE = "application/json";
    JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    record For(Door door) implements TicketRequest {}

    record Bad(CloseCode reason) implements TicketRequest {}

    static TicketRequest read(@Nullable String contentType, InputStream body) throws IOException {
        if (!isJson(contentType)) {
            return new Bad(CloseCode.BAD_REQUEST);
        }
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        return bytes.length > MOST_BYTES ? new Bad(CloseCode.MESSAGE_TOO_BIG) : read(bytes);
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null
                && contentType
                        .split(";", -1)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals(MEDIA_TYPE);
    }

    private static TicketRequest read(byte[] utf8) {
        String name = channelNamed(utf8);
        if (name == null) {
            return new Bad(CloseCode.BAD_REQUEST);
        }
        Door door = Door.named(name);
        return door == null ? new Bad(CloseCode.BAD_PARAMETER) : new For(door);
    }

    /** Null when the text is anything but an object with this one member. */
    private static @Nullable String channelNamed(byte[] utf8) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(decoded(utf8)))) {
            boolean begins = parser.next() == Event.START_OBJECT
                    && parser.next() == Event.KEY_NAME
                    && parser.getString().equals("channel")
                    && parser.next() == Event.VALUE_STRING;
            String name = begins ? parser.getString() : null;
            boolean ends = begins && parser.next() == Event.END_OBJECT && !parser.hasNext();
            return ends ? name : null;
        } catch (CharacterCodingException | RuntimeException e) {
            // Parsers differ in what they throw at bad text. All of it says that this is not what we read.
            return null;
        }
    }

    private static String decoded(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }
}
