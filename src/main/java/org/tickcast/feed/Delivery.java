package org.tickcast.feed;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketEvent;
import org.tickcast.wire.BadEvent;
import org.tickcast.wire.DecodedLine;
import org.tickcast.wire.EventCodec;
import org.tickcast.wire.IngestReport;
import org.tickcast.wire.Line;
import org.tickcast.wire.LineError;
import org.tickcast.wire.LineSplitter;

/**
 * What one producer brings, from its first byte to its last. A line that is no event is written down and loses nobody
 * but itself. When there is no room for an event, it is kept, and nothing behind it is read until it has been taken: so
 * the order stays, and what waits is one event.
 *
 * <p>Threads: one at a time, except that any may close it.
 */
public final class Delivery implements AutoCloseable {

    /** Of more bad lines than this only the number is told. */
    public static final int MOST_ERRORS = 100;

    /** How far it went. */
    public enum Progress {
        /** Everything there was has been dealt with. */
        ALL_TAKEN,
        /** An event waits for room; what is behind it waits too. */
        NO_ROOM,
        /** The feed takes nothing more of this delivery. */
        FEED_CLOSED
    }

    private final IngestFeed feed;
    private final EventCodec codec;
    private final LineSplitter splitter = new LineSplitter();
    private final List<LineError> errors = new ArrayList<>();
    private final CompletableFuture<Void> endedByFeed = new CompletableFuture<>();

    private @Nullable MarketEvent waiting;
    private long accepted;
    private long rejected;
    private long lines;

    Delivery(IngestFeed feed, EventCodec codec) {
        this.feed = feed;
        this.codec = codec;
    }

    /** Has somebody told when the feed ends this: at once if it has already. */
    @SuppressWarnings("FutureReturnValueIgnored") // Nothing follows.
    public void whenEndedByFeed(Runnable told) {
        endedByFeed.thenRun(told);
    }

    /** Deals with the lines that end in these bytes. What it leaves of them is to be brought again. */
    public Progress take(ByteBuffer bytes) {
        Progress progress = retry();
        while (progress == Progress.ALL_TAKEN) {
            Line line = splitter.next(bytes);
            if (line == null) {
                return Progress.ALL_TAKEN;
            }
            progress = take(line);
        }
        return progress;
    }

    /** Says that no more bytes come. A last line without an end is as good as any other. */
    public Progress finish() {
        Progress progress = retry();
        Line rest = progress == Progress.ALL_TAKEN ? splitter.rest() : null;
        return rest == null ? progress : take(rest);
    }

    /** Offers again the event that waits for room, if there is one. */
    public Progress retry() {
        MarketEvent event = waiting;
        if (event == null) {
            return feed.isOpen(this) ? Progress.ALL_TAKEN : Progress.FEED_CLOSED;
        }
        Progress progress = feed.offer(event, this);
        if (progress == Progress.ALL_TAKEN) {
            waiting = null;
            accepted++;
            lines++;
        }
        return progress;
    }

    /** What became of the lines so far. */
    public IngestReport report() {
        return new IngestReport(accepted, rejected, lines, errors, rejected - errors.size());
    }

    @Override
    public void close() {
        feed.ended(this);
    }

    void endedByFeed() {
        endedByFeed.complete(null);
    }

    private Progress take(Line line) {
        if (!line.isTooLong() && line.text().isBlank()) {
            lines++;
            return Progress.ALL_TAKEN;
        }
        DecodedLine decoded = codec.read(line);
        if (decoded instanceof BadEvent bad) {
            reject(line, bad);
            return Progress.ALL_TAKEN;
        }
        waiting = ((DecodedLine.Event) decoded).event();
        return retry();
    }

    private void reject(Line line, BadEvent bad) {
        rejected++;
        lines++;
        if (errors.size() < MOST_ERRORS) {
            errors.add(LineError.of(line.number(), bad));
        }
    }
}
