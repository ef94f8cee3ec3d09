package org.tickcast.ops;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.Revocation;

/**
 * What an operator has written: one JSON object with one member that says what is taken back, and nothing else. What
 * could be read in two ways is not read at all.
 */
final class RevocationRequest {

    /** Room for the longest user id, however it is escaped. */
    static final int MOST_BYTES = 4096;

    /** How far an operator's clock may be ahead of ours. More is a mistake, and would shut out everybody for so long. */
    static final Duration AHEAD = Duration.ofMinutes(1);

    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private RevocationRequest() {}

    /** What is to be revoked; null when the bytes do not say it clearly. */
    static @Nullable Revocation read(byte[] utf8, Instant now) {
        if (utf8.length > MOST_BYTES) {
            return null;
        }
        try (JsonParser parser = PARSERS.createParser(new StringReader(decoded(utf8)))) {
            return onlyMember(parser, now);
        } catch (CharacterCodingException | RuntimeException unclear) {
            // Parsers differ in what they throw at bad text, and a bad name or moment is no better.
            return null;
        }
    }

    private static String decoded(byte[] utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    }

    private static Revocation onlyMember(JsonParser parser, Instant now) {
        expect(Event.START_OBJECT, parser);
        expect(Event.KEY_NAME, parser);
        String what = parser.getString();
        expect(Event.VALUE_STRING, parser);
        Revocation revocation = revocation(what, parser.getString(), now);
        expect(Event.END_OBJECT, parser);
        if (parser.hasNext()) {
            throw new IllegalArgumentException("Something follows the object");
        }
        return revocation;
    }

    private static void expect(Event event, JsonParser parser) {
        if (parser.next() != event) {
            throw new IllegalArgumentException("Not an object with one member");
        }
    }

    private static Revocation revocation(String what, String which, Instant now) {
        return switch (what) {
            case "user" -> new Revocation.OfUser(which, now);
            case "token_id" -> new Revocation.OfToken(which);
            case "issued_before" -> new Revocation.OfEverybody(past(Instant.parse(which), now));
            default -> throw new IllegalArgumentException("Nothing that could be revoked");
        };
    }

    private static Instant past(Instant moment, Instant now) {
        if (moment.isAfter(now.plus(AHEAD))) {
            throw new IllegalArgumentException("What is issued in the future cannot be revoked now");
        }
        return moment;
    }
}
