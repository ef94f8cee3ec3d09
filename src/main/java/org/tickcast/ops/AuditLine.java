package org.tickcast.ops;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes one event as a JSON object on one line. Whatever a text is, it ends no line, hides nothing from who reads the
 * line on a screen, and is not long.
 */
final class AuditLine {

    /** Nothing that we know of is longer and tells more. */
    static final int LONGEST_TEXT = 256;

    private static final char CUT = '\u2026';

    private final StringBuilder line = new StringBuilder(256);

    AuditLine(AuditEvent event, Instant at) {
        line.append('{');
        text("event", event.id());
        text("at", at.toString());
    }

    /** A field that is not known is left out. */
    AuditLine text(String field, @Nullable String text) {
        if (text != null) {
            name(field).append('"');
            append(text);
            line.append('"');
        }
        return this;
    }

    AuditLine time(String field, @Nullable Instant at) {
        return text(field, at == null ? null : at.toString());
    }

    AuditLine number(String field, long number) {
        name(field).append(number);
        return this;
    }

    String end() {
        return line.append('}').toString();
    }

    private StringBuilder name(String field) {
        line.append(line.length() == 1 ? "\"" : ",\"");
        return line.append(field).append("\":");
    }

    private void append(String text) {
        text.codePoints().limit(LONGEST_TEXT).forEach(this::append);
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            line.append(CUT);
        }
    }

    private void append(int codePoint) {
        if (codePoint == '"' || codePoint == '\\') {
            line.append('\\').append((char) codePoint);
        } else if (isPlain(codePoint)) {
            line.appendCodePoint(codePoint);
        } else {
            for (char half : Character.toChars(codePoint)) {
                line.append(String.format("\\u%04x", (int) half));
            }
        }
    }

    /** Control characters, those that turn the direction of a line around, and half characters are not. */
    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
