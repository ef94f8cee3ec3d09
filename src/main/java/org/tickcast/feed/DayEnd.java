package org.tickcast.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tickcast.market.DailyReset;

/**
 * Ends the day for a feed that does not say when it is over: a {@link DailyReset} for each time of day that passes, one
 * for all that passed while the machine slept, and never two for the same. What the clock says is believed, so a clock
 * that runs days ahead ends a day; set right again, it ends the days that follow as if nothing had been.
 *
 * <p>Threads: the metronome's runs, one at a time, each sees what the one before wrote.
 */
public final class DayEnd {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final ResetTime time;
    private final InstantSource clock;
    /** The last end of a day that nothing has to be done for any more. */
    private Instant ended;

    /** The day of now is the first that it ends. */
    public DayEnd(ResetTime time, InstantSource clock) {
        this.time = time;
        this.clock = clock;
        this.ended = time.latestAt(clock.instant());
    }

    public Metronome.Beating start(EventSink sink, Metronome metronome) {
        return metronome.every(PAUSE, "end of the day", () -> look(sink));
    }

    private void look(EventSink sink) {
        Instant latest = time.latestAt(clock.instant());
        // A clock set back by some minutes shows yesterday's end again; one set back further was wrong before.
        if (ended.isAfter(latest.plus(DAY))) {
            ended = latest;
        }
        if (latest.isAfter(ended) && sink.offer(new DailyReset(latest))) {
            ended = latest;
        }
    }
}
