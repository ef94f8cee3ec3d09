package org.tickcast.wire;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tickcast.wire.VersionedCommand.Auth;
import org.tickcast.wire.VersionedCommand.Pace;
import org.tickcast.wire.VersionedCommand.Ping;
import org.tickcast.wire.VersionedCommand.Refused;
import org.tickcast.wire.VersionedCommand.Resync;

/**
 * Reads one command: a flat JSON object with a {@code type}. Members that the type does not have are ignored, so that
 * later clients may say more; that one is there twice, or is an object or a list, is no use anybody could mean.
 */
final class VersionedCommandReader {

    /** Room for a token, and for nothing much beside it. */
    static final int MOST_CHARACTERS = 8 * 1024;

    static final int MOST_MEMBERS = 16;
    static final int LONGEST_ID = 64;

    private static final String TYPE = "type";
    private static final Pattern PACE = Pattern.compile("[0-9]{1,3}");
    private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

    private final Map<String, Member> members = new HashMap<>();

    private VersionedCommandReader() {}

    static VersionedCommand read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return new Refused("a command has at most " + MOST_CHARACTERS + " characters");
        }
        VersionedCommandReader reader = new VersionedCommandReader();
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            String wrong = reader.readObject(parser);
            return wrong == null ? reader.command() : new Refused(wrong);
        } catch (JsonException | NoSuchElementException notJson) {
            return new Refused("a command is one JSON object");
        }
    }

    /** Returns what is wrong with it; null when nothing is. */
    private @Nullable String readObject(JsonParser parser) {
        if (parser.next() != Event.START_OBJECT) {
            return "a command is one JSON object";
        }
        while (parser.next() == Event.KEY_NAME) {
            String name = parser.getString();
            Event kind = parser.next();
            if (kind == Event.START_OBJECT || kind == Event.START_ARRAY) {
                return "a command holds no objects and no lists";
            }
            if (members.size() == MOST_MEMBERS) {
                return "a command has at most " + MOST_MEMBERS + " members";
            }
            if (members.put(name, Member.of(kind, parser)) != null) {
                return "a command has each member once";
            }
        }
        // Asking is what makes the parser look for something behind the object.
        return parser.hasNext() ? "a command is one JSON object" : null;
    }

    private VersionedCommand command() {
        Member type = members.get(TYPE);
        if (type == null || type.kind() != Event.VALUE_STRING) {
            return new Refused("type must be a text");
        }
        return switch (type.text()) {
            case "resync" -> new Resync();
            case "pace" -> pace();
            case "ping" -> ping();
            case "auth" -> auth();
            default -> new Refused("type must be one of auth, pace, ping, resync");
        };
    }

    private VersionedCommand pace() {
        Member pace = members.get("per_second");
        if (pace != null && pace.kind() == Event.VALUE_NULL) {
            return new Pace(0);
        }
        if (pace == null || pace.kind() != Event.VALUE_NUMBER || !isPace(pace.text())) {
            return new Refused("per_second must be null or a whole number from 0 to " + Pace.MOST);
        }
        return new Pace(Integer.parseInt(pace.text()));
    }

    private VersionedCommand ping() {
        Member id = members.get("id");
        if (id == null || id.kind() == Event.VALUE_NULL) {
            return new Ping(null);
        }
        if (!id.isTextOrNumber() || id.text().length() > LONGEST_ID || isHalfACharacter(id.text())) {
            return new Refused("id must be a text or a number of at most " + LONGEST_ID + " characters");
        }
        return new Ping(id.kind() == Event.VALUE_STRING ? CanonicalJson.write(id.text()) : id.text());
    }

    private VersionedCommand auth() {
        Member token = members.get("token");
        if (token == null || token.kind() != Event.VALUE_STRING) {
            return new Refused("token must be a text");
        }
        return new Auth(token.text());
    }

    private static boolean isPace(String number) {
        return PACE.matcher(number).matches() && Integer.parseInt(number) <= Pace.MOST;
    }

    /** JSON can escape half of a character, which no frame could bring back. */
    private static boolean isHalfACharacter(String text) {
        return text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    private record Member(Event kind, String text) {

        static Member of(Event kind, JsonParser parser) {
            return new Member(kind, kind == Event.VALUE_STRING || kind == Event.VALUE_NUMBER ? parser.getString() : "");
        }

        boolean isTextOrNumber() {
            return kind == Event.VALUE_STRING || kind == Event.VALUE_NUMBER;
        }
    }
}
