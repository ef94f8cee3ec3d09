package org.tickcast.wire;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a tape, which says that it is one.
 *
 * @param started when the recording began
 * @param feed what was recorded
 */
public record TapeHeader(Instant started, String feed) {

    public static final int VERSION = 1;

    private static final String VERSION_FIELD = "tickcast_tape";
    private static final String STARTED = "started";
    private static final String FEED = "feed";
    private static final Pattern FEED_NAME = Pattern.compile("[A-Za-z0-9._ -]{1,64}");

    public TapeHeader {
        if (!FEED_NAME.matcher(feed).matches()) {
            throw new IllegalArgumentException(
                    "A feed's name is 1 to 64 letters, digits and .-_, not \"" + feed + "\"");
        }
    }

    /** Without an end of line. */
    public String write() {
        return new JsonLineWriter()
                .number(VERSION_FIELD, VERSION)
                .time(STARTED, started)
                .text(FEED, feed)
                .end();
    }

    /** Why a tape that begins with this line cannot be played; null when it can. */
    public static @Nullable BadEvent refusal(Line line) {
        try {
            JsonLine header = JsonLine.parse(line.text(), TapeHeader::ours);
            long version = header.whole(VERSION_FIELD);
            if (version != VERSION) {
                return BadEvent.mustBe(VERSION_FIELD, String.valueOf(VERSION), String.valueOf(version));
            }
            header.time(STARTED);
            header.text(FEED);
            return null;
        } catch (BadField bad) {
            return bad.refusal();
        }
    }

    private static @Nullable String ours(String field) {
        return switch (field) {
            case VERSION_FIELD, STARTED, FEED -> field;
            default -> null;
        };
    }
}
