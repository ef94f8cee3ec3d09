package org.tickcast.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What texts and names of the hub may be made of. A text is data: nothing in it means anything to the server, and
 * whoever shows it escapes it.
 */
public final class HubText {

    private static final Pattern ROOM_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]*");
    private static final Pattern PLAIN_ID = Pattern.compile("[\\x21-\\x7e]+");

    private HubText() {}

    /** What is wrong with a text that others are to read; null when nothing is. Lines may end, and tabs are blanks. */
    public static @Nullable HubError wrongWith(String text, int mostCodePoints) {
        if (text.isBlank() || text.codePoints().anyMatch(HubText::isRefused)) {
            return HubError.BAD_TEXT;
        }
        return text.codePointCount(0, text.length()) > mostCodePoints ? HubError.TEXT_TOO_LONG : null;
    }

    /** Letters, digits and {@code . _ : -} of ASCII, a letter or digit first: it can stand in any address and log. */
    public static boolean isRoomId(String id, int mostCharacters) {
        return id.length() <= mostCharacters && ROOM_ID.matcher(id).matches();
    }

    /** Visible ASCII. */
    public static boolean isPlainId(String id, int mostCharacters) {
        return id.length() <= mostCharacters && PLAIN_ID.matcher(id).matches();
    }

    private static boolean isRefused(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n' && codePoint != '\t';
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
