package org.tickcast.rest;

import jakarta.ws.rs.ClientErrorException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a client may write behind the question mark. Anything else is refused, never guessed at. */
final class Parameters {

    static final int UNPROCESSABLE = 422;

    private Parameters() {}

    static int wholeNumber(String text, int from, int to) {
        try {
            int number = Integer.parseInt(text);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, as a number out of range is.
        }
        throw new ClientErrorException(UNPROCESSABLE);
    }

    /** One of these, which are written in lower case; null when nothing was asked for. */
    static <E extends Enum<E>> @Nullable E oneOf(E[] choices, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(choices)
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new ClientErrorException(UNPROCESSABLE));
    }
}
