package org.tickcast.feed;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.DailyReset;
import org.tickcast.market.MarketEvent;

/**
 * Plays what a {@link TapeRecorder} has written: the same events in the same order, at any speed. While the inbox is
 * full the tape stands still. A file that is damaged is played up to the damage; the listener is told where that is, and
 * the next file follows.
 *
 * <p>To seek is to play everything up to there at once, since the board is made of all that happened before. Going back
 * plays the tape from its beginning. Whenever it begins again, for that or in a loop or started anew, a {@link DailyReset}
 * goes before its first event: the board has been told all of it already, and must not count it twice. A tape that is
 * sought is moved by its next run, or, when it has ended, by its next start: {@link #hasMore} asks for that.
 *
 * <p>Threads: the metronome's run plays, any thread may pause, resume and seek; each waits for the other under the lock.
 */
public final class TapeFeed implements Feed, TapeControl {

    static final int MOST_PER_RUN = 10_000;

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final TapePlayback playback;
    private final InstantSource clock;
    private final Metronome metronome;

    @GuardedBy("this") private final TapePace pace;

    @GuardedBy("this") private final TapeReel reel;

    @GuardedBy("this") private Metronome.@Nullable Beating playing;

    @GuardedBy("this") private FeedListener listener = FeedListener.NONE;

    /** The next event; it was read already and could not be played yet. */
    @GuardedBy("this") private @Nullable MarketEvent pending;

    /** Where somebody wants it to go; it has not set out yet. */
    @GuardedBy("this") private @Nullable Instant sought;

    /** What is earlier than this is played at once. While it is paused, nothing else is. */
    @GuardedBy("this") private @Nullable Instant seeking;

    @GuardedBy("this") private @Nullable Instant pausedAt;

    @GuardedBy("this") private @Nullable Instant position;

    /** Whether the board still shows what an earlier round has told it. */
    @GuardedBy("this") private boolean boardIsOld;

    @GuardedBy("this") private String damage = "";

    @GuardedBy("this") private boolean over;

    public TapeFeed(TapePlayback playback, InstantSource clock, Metronome metronome) {
        this.playback = playback;
        this.clock = clock;
        this.metronome = metronome;
        this.pace = new TapePace(playback.speed(), playback.longestGap());
        this.reel = new TapeReel(playback.tape(), this::damaged);
    }

    @Override
    public String name() {
        return "tape";
    }

    /** Begins at the beginning, each time, unless another moment was sought since it stood. */
    @Override
    public synchronized void start(EventSink sink, FeedListener feedListener) {
        listener = feedListener;
        damage = "";
        rewind(sought == null ? playback.from() : sought);
        playing = metronome.every(PAUSE, "tape", () -> playOn(sink));
    }

    @Override
    public synchronized boolean hasMore() {
        return sought != null;
    }

    @Override
    public synchronized void close() {
        if (playing != null) {
            playing.close();
            playing = null;
        }
        reel.close();
    }

    @Override
    public synchronized void pause() {
        if (pausedAt == null) {
            pausedAt = clock.instant();
        }
    }

    @Override
    public synchronized void resume() {
        if (pausedAt != null) {
            pace.stoodStill(Duration.between(pausedAt, clock.instant()));
            pausedAt = null;
        }
    }

    @Override
    public synchronized void seek(Instant moment) {
        sought = moment;
    }

    @Override
    public synchronized TapeState state() {
        return new TapeState(position, pausedAt != null, over && sought == null);
    }

    @Override
    public synchronized @Nullable Instant position() {
        return position;
    }

    private synchronized void playOn(EventSink sink) {
        if (playing == null || over) {
            return;
        }
        setOut();
        if (pausedAt != null && seeking == null) {
            return;
        }
        Instant now = clock.instant();
        int left = MOST_PER_RUN;
        while (left > 0 && !over && playNext(now, sink)) {
            left--;
        }
    }

    @GuardedBy("this") private void setOut() {
        Instant moment = sought;
        if (moment == null) {
            return;
        }
        if (position != null && moment.isBefore(position)) {
            rewindOrFail(moment);
        } else {
            seekTo(moment);
        }
    }

    /** Returns whether there may be more to do at this moment. */
    @GuardedBy("this") private boolean playNext(Instant now, EventSink sink) {
        MarketEvent event = pending;
        if (event == null) {
            event = read();
            pending = event;
        }
        if (event == null) {
            return true;
        }
        if (pausedAt != null && !isBeforeSought(event.at())) {
            isCleared(event.at(), now, sink);
            return false;
        }
        Instant due = due(event.at(), now);
        if (due.isAfter(now) || !isCleared(event.at(), due, sink) || !sink.offer(timed(event, due))) {
            return false;
        }
        pending = null;
        position = event.at();
        return true;
    }

    /** Whether the board shows nothing of an earlier round; when it does, it is told to forget that first. */
    @GuardedBy("this") private boolean isCleared(Instant at, Instant due, EventSink sink) {
        if (boardIsOld) {
            boardIsOld = !sink.offer(timed(new DailyReset(at), due));
        }
        return !boardIsOld;
    }

    /** Null where a file or the tape ends. */
    @GuardedBy("this") private @Nullable MarketEvent read() {
        if (!reel.isAtEnd()) {
            return reel.next();
        }
        // A tape without a single event would begin again for ever.
        if (playback.loop() && position != null) {
            rewindOrFail(playback.from());
        } else {
            over = true;
            listener.ended(damage.isEmpty() ? "the tape is at its end" : "the tape is at its end; " + damage);
        }
        return null;
    }

    @GuardedBy("this") private Instant due(Instant at, Instant now) {
        if (position == null && seeking == null) {
            pace.lay(at, now);
        }
        if (isBeforeSought(at)) {
            return earlier(pace.onClock(at), now);
        }
        if (seeking != null) {
            pace.lay(seeking, now);
            seeking = null;
        }
        return pace.dueAt(at, now);
    }

    @GuardedBy("this") private boolean isBeforeSought(Instant at) {
        return seeking != null && at.isBefore(seeking);
    }

    private MarketEvent timed(MarketEvent event, Instant due) {
        return switch (playback.times()) {
            case ORIGINAL -> event;
            case NOW -> Retimed.at(due, event);
        };
    }

    /** While it is played nobody could be told by an exception. */
    @GuardedBy("this") private void rewindOrFail(@Nullable Instant to) {
        try {
            rewind(to);
        } catch (RuntimeException gone) {
            over = true;
            listener.failed(String.valueOf(gone.getMessage()));
        }
    }

    @GuardedBy("this") private void rewind(@Nullable Instant to) {
        try {
            if (!reel.rewind()) {
                throw new IllegalStateException("There is no tape at " + playback.tape());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Looking for tapes at " + playback.tape(), e);
        }
        boardIsOld |= position != null;
        pending = null;
        position = null;
        over = false;
        seekTo(to);
    }

    @GuardedBy("this") private void seekTo(@Nullable Instant moment) {
        sought = null;
        seeking = moment;
        if (moment != null) {
            pace.lay(moment, clock.instant());
        }
    }

    /** Called while reading, so under the lock. */
    private synchronized void damaged(String where) {
        damage = where;
        listener.noticed(where);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
