package org.tickcast.admission;

import java.util.Collection;
import java.util.Set;

/** Names that come from outside: short, and safe to log. */
final class ClaimText {

    private ClaimText() {}

    /** The text as it is, when it may be what it says. The message of a refusal never repeats it. */
    static String checked(String what, String text, int longest) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A " + what + " is not blank");
        }
        // The first comparison spares us counting what is far too long.
        if (text.length() > 2 * longest || text.codePointCount(0, text.length()) > longest) {
            throw new IllegalArgumentException("A " + what + " has at most " + longest + " characters");
        }
        if (text.codePoints().anyMatch(ClaimText::breaksLines)) {
            throw new IllegalArgumentException("A " + what + " has no control characters");
        }
        return text;
    }

    static Set<String> allChecked(String what, Collection<String> texts, int most, int longest) {
        if (texts.size() > most) {
            throw new IllegalArgumentException("At most " + most + " of a " + what + ", not " + texts.size());
        }
        texts.forEach(text -> checked(what, text, longest));
        return Set.copyOf(texts);
    }

    /** Half a surrogate pair counts too: it is no character, and becomes another one on its way. */
    private static boolean breaksLines(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
