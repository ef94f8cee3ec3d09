package org.tickcast.feed.log;

import java.util.ArrayList;
import java.util.List;
import org.tickcast.market.MarketEvent;
import org.tickcast.wire.BadEvent;
import org.tickcast.wire.DecodedLine;
import org.tickcast.wire.EventCodec;

/**
 * The text of an entry of the log: events as on a tape, a line each; and a line that begins with {@code #} for each thing
 * that is no event.
 */
final class LogText {

    private static final String PUBLISHED = "#published";
    private static final String FEED_LOST = "#feed-lost";
    private static final String FEED_BACK = "#feed-back";

    private final EventCodec codec = new EventCodec();

    String write(Batch batch) {
        StringBuilder text = new StringBuilder();
        batch.events().forEach(event -> text.append(codec.write(event)).append('\n'));
        switch (batch.feed()) {
            case LOST -> text.append(FEED_LOST).append('\n');
            case BACK -> text.append(FEED_BACK).append('\n');
            case AS_BEFORE -> {}
        }
        if (batch.published()) {
            text.append(PUBLISHED).append('\n');
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException for what was not written here */
    Batch read(String text) {
        List<MarketEvent> events = new ArrayList<>();
        boolean published = false;
        Batch.Feed feed = Batch.Feed.AS_BEFORE;
        for (String line : text.lines().toList()) {
            switch (line) {
                case PUBLISHED -> published = true;
                case FEED_LOST -> feed = Batch.Feed.LOST;
                case FEED_BACK -> feed = Batch.Feed.BACK;
                default -> events.add(event(line));
            }
        }
        return new Batch(events, feed, published);
    }

    private MarketEvent event(String line) {
        DecodedLine decoded = codec.read(line);
        if (decoded instanceof BadEvent bad) {
            throw new IllegalArgumentException("A line of the log is no event: " + bad.field());
        }
        return ((DecodedLine.Event) decoded).event();
    }
}
