package org.tickcast.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.tickcast.testing.SampleMarket.FPT;
import static org.tickcast.testing.SampleMarket.trade;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickcast.market.MarketEvent;

/** Where events wait for the tick: so many, in their order, and none is lost unseen. */
class InboxTest {

    private final Inbox inbox = new Inbox(3);
    private final List<MarketEvent> read = new ArrayList<>();

    @Test
    void a_full_inbox_turns_an_event_away_and_says_so() {
        assertThat(inbox.room()).isEqualTo(3);
        assertThat(inbox.offer(event(1))).isTrue();
        assertThat(inbox.offer(event(2))).isTrue();
        assertThat(inbox.offer(event(3))).isTrue();

        assertThat(inbox.room()).isZero();
        assertThat(inbox.offer(event(4))).isFalse();

        inbox.drainTo(read::add);

        assertThat(read).containsExactly(event(1), event(2), event(3));
    }

    @Test
    void what_was_read_makes_room() {
        inbox.offer(event(1));
        inbox.drainTo(read::add);

        inbox.drainTo(read::add);

        assertThat(inbox.room()).isEqualTo(3);
        assertThat(read).containsExactly(event(1));
    }

    @Test
    void what_comes_while_it_is_read_stays_for_the_next_time() {
        inbox.offer(event(1));

        inbox.drainTo(event -> {
            read.add(event);
            inbox.offer(event(2));
        });

        assertThat(read).containsExactly(event(1));

        inbox.drainTo(read::add);

        assertThat(read).containsExactly(event(1), event(2));
    }

    @Test
    void an_event_that_its_reader_fails_on_is_gone_and_those_behind_it_stay() {
        inbox.offer(event(1));
        inbox.offer(event(2));
        inbox.offer(event(3));

        assertThatIllegalStateException()
                .isThrownBy(() -> inbox.drainTo(event -> {
                    if (event.equals(event(2))) {
                        throw new IllegalStateException("Cannot read this one");
                    }
                    read.add(event);
                }));

        assertThat(read).containsExactly(event(1));

        inbox.drainTo(read::add);

        assertThat(read).containsExactly(event(1), event(3));
    }

    private static MarketEvent event(long volume) {
        return trade(FPT, 98_500, volume);
    }
}
