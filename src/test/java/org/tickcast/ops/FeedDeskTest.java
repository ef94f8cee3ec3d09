package org.tickcast.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.feed.FeedStatus;
import org.tickcast.wire.CloseCode;

/** An operator sees how the feed is doing and has it started anew, where it runs. */
class FeedDeskTest {

    private static final ClientIdentity OPERATOR = new ClientIdentity("root", new ClientAddress("192.0.2.9"), null);
    private static final FeedStatus STALE = new FeedStatus(FeedStatus.State.STALE, "silent", TEN);

    private final List<String> record = new ArrayList<>();
    private final OperatorListener listener = new OperatorListener() {
        @Override
        public void feedRestarted(ClientIdentity operator) {
            record.add(operator.id());
        }
    };

    @Test
    void it_says_how_the_feed_is_doing() {
        assertThat(desk(true).state()).isEqualTo(new FeedDesk.Answer.Stands("tape", STALE, true));
        assertThat(record).isEmpty();
    }

    @Test
    void a_new_start_is_put_on_record() {
        assertThat(desk(true).restart(OPERATOR)).isInstanceOf(FeedDesk.Answer.Stands.class);
        assertThat(record).containsExactly("root");
    }

    @Test
    void where_the_feed_does_not_run_nothing_is_started() {
        assertThat(desk(false).restart(OPERATOR)).isEqualTo(new FeedDesk.Answer.Refused(CloseCode.FEED_ELSEWHERE));
        assertThat(record).isEmpty();
    }

    private FeedDesk desk(boolean runsHere) {
        return new FeedDesk("tape", () -> STALE, () -> true, () -> runsHere, listener);
    }
}
