package org.tickcast.feed;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketEvent;
import org.tickcast.wire.EventCodec;
import org.tickcast.wire.TapeHeader;

/**
 * Records a feed: a header and then one event per line, compressed, a new file each day and whenever one is large
 * enough. A disk that fails is tried again, with a new file; the feed never hears of it.
 *
 * <p>Threads: whoever offers an event only leaves it in a queue; the metronome's run writes. The lock is for closing
 * while a run is under way, and no feed ever waits for it.
 */
public final class TapeRecorder implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TapeRecorder.class.getName());
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final RecordingLimits limits;
    private final String feed;
    private final TapeDisk disk;
    private final InstantSource clock;
    private final TapeListener listener;
    private final EventCodec codec = new EventCodec();
    private final BlockingQueue<MarketEvent> waiting;
    private final AtomicLong turnedAway = new AtomicLong();

    @GuardedBy("this") private Metronome.@Nullable Beating beating;

    @GuardedBy("this") private @Nullable TapeWriter writer;

    @GuardedBy("this") private int unsynced;

    /** How long something has been waiting to be forced to the disk. */
    @GuardedBy("this") private final Elapsed sinceSync;

    @GuardedBy("this") private boolean failing;

    @GuardedBy("this") private final Elapsed sinceFailure;

    @GuardedBy("this") private long lost;

    public TapeRecorder(RecordingLimits limits, String feed, InstantSource clock, TapeListener listener) {
        this(limits, feed, TapeDisk.REAL, clock, listener);
    }

    TapeRecorder(RecordingLimits limits, String feed, TapeDisk disk, InstantSource clock, TapeListener listener) {
        this.limits = limits;
        this.feed = feed;
        this.disk = disk;
        this.clock = clock;
        this.listener = listener;
        this.waiting = new ArrayBlockingQueue<>(limits.waitingEvents());
        this.sinceSync = new Elapsed(clock.instant());
        this.sinceFailure = new Elapsed(clock.instant());
    }

    /** What to give to the feed instead of the sink: every event that the sink takes is recorded too. */
    public EventSink tap(EventSink sink) {
        return new RecordingSink(sink, this::record);
    }

    public synchronized void start(Metronome metronome) {
        beating = metronome.every(PAUSE, "tape recorder", this::writeWaiting);
    }

    /** Writes what waits, and ends the file. Close the feed first. */
    @Override
    public synchronized void close() {
        if (beating != null) {
            beating.close();
            writeWaiting();
            beating = null;
            endFile();
        }
    }

    private void record(MarketEvent event) {
        if (!waiting.offer(event)) {
            turnedAway.incrementAndGet();
        }
    }

    private synchronized void writeWaiting() {
        if (beating == null) {
            return; // Closed while this run was on its way.
        }
        Instant now = clock.instant();
        if (failing && sinceFailure.at(now).compareTo(RETRY_AFTER) < 0) {
            return;
        }
        try {
            writeWaiting(now);
            reportHealth();
        } catch (IOException | RuntimeException e) {
            failed(e, now);
        }
    }

    @GuardedBy("this") private void writeWaiting(Instant now) throws IOException {
        LocalDate today = LocalDate.ofInstant(now, VIETNAM);
        // No more than what waits at the beginning, or a busy feed would keep this run busy for ever.
        for (int left = waiting.size(); left > 0; left--) {
            MarketEvent event = waiting.peek();
            if (event == null) {
                break;
            }
            TapeWriter tape = writerFor(today, now);
            waiting.remove();
            if (unsynced++ == 0) {
                sinceSync.restart(now);
            }
            tape.write(codec.write(event));
            if (unsynced >= limits.durability().events()) {
                sync(tape);
            }
        }
        if (writer != null
                && unsynced > 0
                && sinceSync.at(now).compareTo(limits.durability().time()) >= 0) {
            sync(writer);
        }
    }

    @GuardedBy("this") private TapeWriter writerFor(LocalDate today, Instant now) throws IOException {
        TapeWriter open = writer;
        if (open != null && open.day().equals(today) && open.bytes() < limits.fileBytes()) {
            return open;
        }
        if (open != null) {
            open.close();
            writer = null;
            unsynced = 0;
        }
        TapeWriter fresh =
                TapeWriter.create(disk, TapeFiles.next(limits.directory(), today), today, new TapeHeader(now, feed));
        writer = fresh;
        return fresh;
    }

    @GuardedBy("this") private void sync(TapeWriter tape) throws IOException {
        tape.sync();
        unsynced = 0;
    }

    @GuardedBy("this") private void reportHealth() {
        long away = turnedAway.getAndSet(0);
        if (away > 0) {
            lost += away;
            fails("more than " + limits.waitingEvents() + " events waited for the disk");
        } else if (failing && writer != null) { // While nothing comes, nothing shows that the disk is well again.
            failing = false;
            listener.recovered(lost);
            lost = 0;
        }
    }

    /** What was not yet on the disk may be lost with the file; the next try begins a new one. */
    @GuardedBy("this") private void failed(Exception failure, Instant now) {
        LOG.log(Level.DEBUG, "The tape could not be written", failure);
        if (writer != null) {
            writer.abandon();
            writer = null;
        }
        lost += unsynced;
        unsynced = 0;
        sinceFailure.restart(now);
        fails(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    @GuardedBy("this") private void fails(String why) {
        if (!failing) {
            failing = true;
            listener.failing(why);
        }
    }

    @GuardedBy("this") private void endFile() {
        TapeWriter open = writer;
        if (open == null) {
            return;
        }
        writer = null;
        try {
            open.close();
        } catch (IOException e) {
            fails("its last file did not end well: " + e.getMessage());
        }
    }
}
