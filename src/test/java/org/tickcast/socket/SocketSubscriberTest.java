package org.tickcast.socket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickcast.broadcast.Frame;
import org.tickcast.wire.Channel;

/** A socket has one send in flight, and after a failed one none at all. */
class SocketSubscriberTest {

    private final List<Long> sent = new ArrayList<>();
    private final List<SendHandler> inFlight = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private final SocketSubscriber subscriber = new SocketSubscriber(
            (frame, done) -> {
                sent.add(frame.version());
                inFlight.add(done);
            },
            () -> failures.add("failed"));

    @Test
    void the_next_frame_goes_when_the_one_before_has_left_and_it_is_the_newest() {
        deliver(1);
        deliver(2);
        deliver(3);
        assertThat(sent).containsExactly(1L);

        inFlight.get(0).onResult(new SendResult());

        assertThat(sent).containsExactly(1L, 3L);
    }

    @Test
    void when_nothing_waits_the_next_frame_goes_at_once() {
        deliver(1);
        inFlight.get(0).onResult(new SendResult());

        deliver(2);

        assertThat(sent).containsExactly(1L, 2L);
    }

    @Test
    void a_failed_send_is_told_once_and_is_the_last() {
        deliver(1);
        deliver(2);

        inFlight.get(0).onResult(new SendResult(new IllegalStateException("closed")));
        deliver(3);

        assertThat(sent).containsExactly(1L);
        assertThat(failures).hasSize(1);
    }

    private void deliver(long version) {
        subscriber.deliver(new Frame(Channel.MARKET, version, "frame " + version));
    }
}
