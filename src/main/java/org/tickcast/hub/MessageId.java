package org.tickcast.hub;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the server calls a message: the how-manieth it is in its room.
 *
 * @param epoch which room: one that is made anew under an old id counts anew
 */
record MessageId(String epoch, long number) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9a-z]{1,40})-([0-9]{1,18})");

    /** Null when it is none of ours. */
    static @Nullable MessageId parse(String written) {
        var parts = WRITTEN.matcher(written);
        return parts.matches() ? new MessageId(parts.group(1), Long.parseLong(parts.group(2))) : null;
    }

    @Override
    public String toString() {
        return epoch + '-' + number;
    }
}
