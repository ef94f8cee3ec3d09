package org.tickcast.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client that comes back says it has: {@code ?since=<epoch>:<version>}. */
public sealed interface Since {

    /** It says nothing, as on its first visit. */
    Since NOTHING = new Nothing();

    /** @param parameter as it came, decoded; null when there was none */
    static Since parse(@Nullable String parameter) {
        if (parameter == null) {
            return NOTHING;
        }
        Matcher written = Seen.WRITTEN.matcher(parameter);
        return written.matches() ? new Seen(written.group(1), Long.parseLong(written.group(2))) : new Malformed();
    }

    record Nothing() implements Since {}

    /** The picture of a version that was sent before. */
    record Seen(String epoch, long version) implements Since {

        /** The regular expression is also the limit: 64 characters and 18 digits. */
        private static final Pattern WRITTEN = Pattern.compile("([A-Za-z0-9._-]{1,64}):(0|[1-9][0-9]{0,17})");
    }

    /** Something that we never gave anybody. */
    record Malformed() implements Since {}
}
