package org.tickcast.feed;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tickcast.market.MarketEvent;

/**
 * Keeps a feed running: starts it, starts it again when it has failed, each time after a longer wait, and says how it
 * is doing. A feed that was down counts as back when an event arrives, or when it has stood for a few seconds without
 * failing again, so that one that fails at every start is down all the while.
 *
 * <p>Threads: the feed's only leave notes; the metronome's beat reads them and does the rest. The lock is for closing
 * while a beat is under way.
 */
public final class FeedSupervisor implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(FeedSupervisor.class.getName());
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration STANDS_AFTER = Duration.ofSeconds(3);

    private final Feed feed;
    private final SupervisionLimits limits;
    private final BooleanSupplier marketOpen;
    private final InstantSource clock;
    private final Metronome metronome;
    private final RetryDelay delay;
    private final FeedStatusListener listener;
    private volatile FeedStatus status;

    @GuardedBy("this") private Metronome.@Nullable Beating beating;

    @GuardedBy("this") private @Nullable Life life;

    /** How long the feed has been up, or has waited to be tried again. */
    @GuardedBy("this") private final Elapsed sinceChange;

    @GuardedBy("this") private final Elapsed sinceNews;

    @GuardedBy("this") private Duration wait = Duration.ZERO;

    @GuardedBy("this") private int failuresInARow;

    public FeedSupervisor(
            Feed feed,
            SupervisionLimits limits,
            BooleanSupplier marketOpen,
            InstantSource clock,
            Metronome metronome,
            RandomGenerator random,
            FeedStatusListener listener) {
        this.feed = feed;
        this.limits = limits;
        this.marketOpen = marketOpen;
        this.clock = clock;
        this.metronome = metronome;
        this.delay = new RetryDelay(limits, random);
        this.listener = listener;
        Instant now = clock.instant();
        this.status = new FeedStatus(FeedStatus.State.STARTING, "", now);
        this.sinceChange = new Elapsed(now);
        this.sinceNews = new Elapsed(now);
    }

    /** What the feed is called in logs and settings. */
    public String name() {
        return feed.name();
    }

    /** The handles of the tape, the same ones however often it is started; null when the feed is no tape. */
    public @Nullable TapeControl tape() {
        return feed instanceof TapeControl tape ? tape : null;
    }

    /** Any thread may ask. */
    public FeedStatus status() {
        return status;
    }

    public synchronized void start(EventSink sink) {
        beating = metronome.every(PAUSE, "supervision of the feed", () -> beat(sink));
    }

    @Override
    public synchronized void close() {
        if (beating != null) {
            beating.close();
            beating = null;
            closeFeed();
            status = new FeedStatus(FeedStatus.State.STARTING, "", clock.instant());
        }
    }

    /**
     * Closes the feed, however it is doing, and starts it anew with the next beat. Returns whether it is run here: where it
     * is not, nothing happens.
     *
     * @param why in words for an operator
     */
    public synchronized boolean restart(String why) {
        if (beating == null) {
            return false;
        }
        over(new End(false, why), clock.instant());
        failuresInARow = 0;
        delay.startOver();
        wait = Duration.ZERO;
        return true;
    }

    private synchronized void beat(EventSink sink) {
        if (beating == null) {
            return; // Closed while this beat was on its way.
        }
        Instant now = clock.instant();
        Life running = life;
        if (running != null) {
            watch(running, now);
        } else if (isToStart(now)) {
            startFeed(sink, now);
        }
    }

    @GuardedBy("this") private boolean isToStart(Instant now) {
        if (status.state() == FeedStatus.State.ENDED) {
            return feed.hasMore();
        }
        return sinceChange.at(now).compareTo(wait) >= 0;
    }

    @GuardedBy("this") private void startFeed(EventSink sink, Instant now) {
        Life begun = new Life(sink);
        life = begun;
        sinceChange.restart(now);
        sinceNews.restart(now);
        try {
            feed.start(begun, begun);
        } catch (RuntimeException e) { // Whatever is wrong with a feed, we stay and try again.
            LOG.log(Level.DEBUG, "The feed did not start", e);
            begun.failed("it did not start: " + e.getMessage());
        }
        watch(begun, now);
    }

    @GuardedBy("this") private void watch(Life running, Instant now) {
        End end = running.end.get();
        boolean news = running.hasNews();
        if (end != null) {
            over(end, now);
        } else if (news) {
            isWell(running.notice.get(), now);
            sinceNews.restart(now);
        } else {
            isSilent(running.notice.get(), now);
        }
    }

    @GuardedBy("this") private void isSilent(String notice, Instant now) {
        if (!marketOpen.getAsBoolean()) {
            sinceNews.restart(now); // Nobody speaks at night.
        }
        if (status.state() == FeedStatus.State.STALE) {
            return;
        }
        if (sinceNews.at(now).compareTo(limits.staleAfter()) >= 0) {
            become(FeedStatus.State.STALE, "silent for " + limits.staleAfter() + " while its market is open", now);
        } else if (failuresInARow == 0 || sinceChange.at(now).compareTo(STANDS_AFTER) >= 0) {
            isWell(notice, now);
        }
    }

    @GuardedBy("this") private void isWell(String notice, Instant now) {
        failuresInARow = 0;
        delay.startOver();
        become(FeedStatus.State.CONNECTED, notice, now);
    }

    @GuardedBy("this") private void over(End end, Instant now) {
        closeFeed();
        sinceChange.restart(now);
        if (end.forGood()) {
            become(FeedStatus.State.ENDED, end.why(), now);
        } else {
            failuresInARow++;
            wait = delay.next();
            become(FeedStatus.State.DOWN, end.why(), now);
        }
    }

    @GuardedBy("this") private void closeFeed() {
        life = null;
        try {
            feed.close();
        } catch (RuntimeException e) { // A feed that fails to close is one more reason to start it afresh.
            LOG.log(Level.DEBUG, "The feed did not close well", e);
        }
    }

    /** Tells of changes only: a feed that fails a hundred times in a row for whatever reasons went down once. */
    @GuardedBy("this") private void become(FeedStatus.State state, String why, Instant now) {
        FeedStatus before = status;
        if (before.state() == state && before.why().equals(why)) {
            return;
        }
        Instant since = before.state() == state ? before.since() : now;
        FeedStatus changed = new FeedStatus(state, why, since);
        status = changed;
        if (before.state() != state || state == FeedStatus.State.CONNECTED) {
            log(changed);
        }
        listener.changed(changed);
    }

    private void log(FeedStatus changed) {
        String words = changed.why().isEmpty() ? "" : ": " + changed.why();
        switch (changed.state()) {
            case STARTING -> throw new IllegalStateException("No feed begins to start again");
            case CONNECTED ->
                LOG.log(
                        words.isEmpty() ? Level.INFO : Level.WARNING,
                        "The {0} feed is connected{1}",
                        feed.name(),
                        words);
            case STALE -> LOG.log(Level.WARNING, "The {0} feed is stale{1}", feed.name(), words);
            case DOWN -> LOG.log(Level.WARNING, "The {0} feed is down, and tried again{1}", feed.name(), words);
            case ENDED -> LOG.log(Level.INFO, "The {0} feed has ended{1}", feed.name(), words);
        }
    }

    /** Why a feed gives no more events. */
    private record End(boolean forGood, String why) {}

    /** From one start of the feed to its end. What an earlier life still has to say, nobody listens to. */
    private static final class Life implements EventSink, FeedListener {

        private final EventSink sink;
        private final AtomicLong events = new AtomicLong();
        private final AtomicReference<@Nullable End> end = new AtomicReference<>();
        private final AtomicReference<String> notice = new AtomicReference<>("");
        /** Belongs to the beat. */
        private long eventsSeen;

        Life(EventSink sink) {
            this.sink = sink;
        }

        @Override
        public boolean offer(MarketEvent event) {
            boolean taken = sink.offer(event);
            if (taken) {
                events.incrementAndGet();
            }
            return taken;
        }

        @Override
        public int room() {
            return sink.room();
        }

        @Override
        public void noticed(String what) {
            notice.set(what);
        }

        @Override
        public void failed(String why) {
            end.compareAndSet(null, new End(false, why));
        }

        @Override
        public void ended(String why) {
            end.compareAndSet(null, new End(true, why));
        }

        boolean hasNews() {
            long now = events.get();
            boolean news = now != eventsSeen;
            eventsSeen = now;
            return news;
        }
    }
}
