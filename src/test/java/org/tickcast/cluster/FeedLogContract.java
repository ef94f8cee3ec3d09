package org.tickcast.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tickcast.cluster.FeedLog.Outcome;

/** What every {@link FeedLog} and its {@link FeedLease} promise. */
public abstract class FeedLogContract {

    protected static final FeedLogLimits LIMITS = new FeedLogLimits(
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            10,
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            500,
            1 << 20);

    private static final LogPosition BEGINNING = new LogPosition(1_000, 0);
    private static final String ME = "node-a/1";
    private static final String OTHER = "node-b/1";

    protected abstract FeedLog log();

    protected abstract FeedLease lease();

    /** Lets the lease of whoever does nothing expire. */
    protected abstract void letLeaseExpire();

    @Test
    void one_holds_the_lease_until_it_gives_it_back() {
        assertThat(lease().hold(ME).mine()).isTrue();
        assertThat(lease().hold(OTHER).mine()).isFalse();
        lease().release(OTHER);
        assertThat(lease().hold(OTHER).mine()).isFalse();

        lease().release(ME);

        assertThat(lease().hold(OTHER).mine()).isTrue();
    }

    @Test
    void who_is_silent_loses_the_lease() {
        lease().hold(ME);

        letLeaseExpire();

        assertThat(lease().hold(OTHER).mine()).isTrue();
        assertThat(lease().hold(ME).mine()).isFalse();
    }

    @Test
    void what_is_written_is_read_in_order_from_any_place_on() {
        begin();
        LogPosition first = BEGINNING.next();
        assertThat(append(ME, first, "one\n")).isEqualTo(Outcome.WRITTEN);
        assertThat(append(ME, first.next(), "hai \u2013 b\u1ed1n")).isEqualTo(Outcome.WRITTEN);

        assertThat(log().read(BEGINNING, 10, Duration.ZERO))
                .containsExactly(new LogEntry(first, "one\n"), new LogEntry(first.next(), "hai \u2013 b\u1ed1n"));
        assertThat(log().read(BEGINNING, 1, Duration.ZERO)).containsExactly(new LogEntry(first, "one\n"));
        assertThat(log().read(first.next(), 10, Duration.ZERO)).isEmpty();
        assertThat(lease().hold(ME).end()).isEqualTo(first.next());
    }

    @Test
    void who_was_the_holder_before_writes_nothing() {
        begin();
        letLeaseExpire();
        assertThat(append(ME, BEGINNING.next(), "late")).isEqualTo(Outcome.NOT_HOLDER);

        lease().hold(OTHER);

        assertThat(append(ME, BEGINNING.next(), "late")).isEqualTo(Outcome.NOT_HOLDER);
        assertThat(log().begin(ME, checkpoint(new LogPosition(2_000, 0), "late")))
                .isEqualTo(Outcome.NOT_HOLDER);
        assertThat(log().leave(ME, checkpoint(BEGINNING.next(), "late"), null)).isEqualTo(Outcome.NOT_HOLDER);
        assertThat(log().read(BEGINNING, 10, Duration.ZERO)).isEmpty();
    }

    @Test
    void an_entry_follows_the_newest_or_is_refused_and_may_be_sent_twice() {
        begin();
        LogPosition first = BEGINNING.next();
        append(ME, first, "one");

        assertThat(append(ME, first, "one")).isEqualTo(Outcome.WRITTEN);
        assertThat(append(ME, first.next().next(), "three")).isEqualTo(Outcome.NOT_THE_END);
        assertThat(append(ME, new LogPosition(2_000, 1), "elsewhere")).isEqualTo(Outcome.NOT_THE_END);
        assertThat(log().read(BEGINNING, 10, Duration.ZERO)).containsExactly(new LogEntry(first, "one"));
    }

    @Test
    void a_generation_begins_behind_all_there_is_with_its_checkpoint() {
        begin();
        append(ME, BEGINNING.next(), "one");
        LogPosition anew = new LogPosition(2_000, 0);

        assertThat(log().begin(ME, checkpoint(new LogPosition(999, 0), "older")))
                .isEqualTo(Outcome.NOT_THE_END);
        assertThat(log().begin(ME, checkpoint(anew, "so far"))).isEqualTo(Outcome.WRITTEN);
        assertThat(log().begin(ME, checkpoint(anew, "so far"))).isEqualTo(Outcome.WRITTEN);

        assertThat(log().read(BEGINNING, 10, Duration.ZERO)).containsExactly(new LogEntry(anew, ""));
        assertThat(lease().hold(ME).end()).isEqualTo(anew);
        assertThat(checkpointed()).isEqualTo("2000-0 so far");
    }

    @Test
    void it_keeps_so_many_entries_and_no_more() {
        begin();
        LogPosition at = BEGINNING;
        for (int i = 0; i < 3 * LIMITS.mostEntries(); i++) {
            at = at.next();
            append(ME, at, "entry " + i);
        }

        List<LogEntry> kept = log().read(BEGINNING, 100, Duration.ZERO);

        assertThat(kept).hasSize(LIMITS.mostEntries());
        assertThat(kept.get(kept.size() - 1).at()).isEqualTo(at);
    }

    @Test
    void with_a_checkpoint_goes_what_is_older_than_is_needed() {
        begin();
        LogPosition first = BEGINNING.next();
        append(ME, first, "one");
        append(ME, first.next(), "two");

        assertThat(log().leave(ME, checkpoint(first.next(), "both"), first.next()))
                .isEqualTo(Outcome.WRITTEN);

        assertThat(log().read(BEGINNING, 10, Duration.ZERO)).containsExactly(new LogEntry(first.next(), "two"));
        assertThat(checkpointed()).isEqualTo(first.next() + " both");
    }

    @Test
    void before_anything_was_written_there_is_nothing() {
        assertThat(lease().hold(ME).end()).isNull();
        assertThat(log().checkpoint()).isNull();
        assertThat(log().read(BEGINNING, 10, Duration.ZERO)).isEmpty();
        assertThat(append(ME, BEGINNING.next(), "one")).isEqualTo(Outcome.NOT_THE_END);
    }

    private void begin() {
        lease().hold(ME);
        assertThat(log().begin(ME, checkpoint(BEGINNING, "nothing"))).isEqualTo(Outcome.WRITTEN);
    }

    private Outcome append(String holder, LogPosition at, String text) {
        return log().append(holder, new LogEntry(at, text));
    }

    private static Checkpoint checkpoint(LogPosition at, String state) {
        return new Checkpoint(at, state.getBytes(StandardCharsets.UTF_8));
    }

    private String checkpointed() {
        Checkpoint checkpoint = Objects.requireNonNull(log().checkpoint());
        return checkpoint.at() + " " + new String(checkpoint.state(), StandardCharsets.UTF_8);
    }
}
