package org.tickcast.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write a JSON value, that of RFC 8785: members in the order of their names, no blanks, numbers as
 * ECMAScript prints them. Two programs that hold the same value write the same bytes, so a checksum of them tells
 * whether they do.
 *
 * <p>A value is a map, a collection, a text, a number, a boolean, or null.
 */
public final class CanonicalJson {

    private static final String SHORT_ESCAPES = "\b\t\n\f\r\"\\";
    private static final String THEIR_LETTERS = "btnfr\"\\";

    private CanonicalJson() {}

    public static String write(@Nullable Object value) {
        StringBuilder json = new StringBuilder();
        append(json, value);
        return json.toString();
    }

    /** CRC-32 of the text's bytes in UTF-8, as eight hexadecimal digits. */
    public static String checksum(String canonical) {
        CRC32 crc = new CRC32();
        crc.update(canonical.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    static void append(StringBuilder json, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            appendObject(json, object);
        } else if (value instanceof Collection<?> list) {
            appendList(json, list);
        } else if (value instanceof String text) {
            appendText(json, text);
        } else if (value instanceof Double || value instanceof Float) {
            json.append(EcmaNumber.text(((Number) value).doubleValue()));
        } else if (value instanceof Number whole) {
            json.append(EcmaNumber.text(whole.longValue()));
        } else if (value == null || value instanceof Boolean) {
            json.append(value);
        } else {
            throw new IllegalArgumentException("Not a JSON value: " + value.getClass());
        }
    }

    static void appendText(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            appendCharacter(json, text.charAt(i));
        }
        json.append('"');
    }

    private static void appendObject(StringBuilder json, Map<?, ?> object) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        object.forEach((name, value) -> sorted.put((String) name, value));
        char before = '{';
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            json.append(before);
            appendText(json, member.getKey());
            append(json.append(':'), member.getValue());
            before = ',';
        }
        json.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static void appendList(StringBuilder json, Collection<?> list) {
        json.append('[');
        String between = "";
        for (Object item : list) {
            append(json.append(between), item);
            between = ",";
        }
        json.append(']');
    }

    private static void appendCharacter(StringBuilder json, char character) {
        int escape = SHORT_ESCAPES.indexOf(character);
        if (escape >= 0) {
            json.append('\\').append(THEIR_LETTERS.charAt(escape));
        } else if (character < ' ') {
            json.append("\\u").append(HexFormat.of().toHexDigits(character));
        } else {
            json.append(character);
        }
    }
}
