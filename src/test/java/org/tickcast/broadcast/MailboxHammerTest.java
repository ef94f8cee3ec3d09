package org.tickcast.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tickcast.wire.Channel;

/** However many threads put and finish sends: one frame at a time, ever newer ones of each kind, and the newest at last. */
class MailboxHammerTest {

    private static final int PUTTERS = 4;
    private static final int FRAMES_EACH = 20_000;
    private static final int FRAMES_PER_STATUS = 10;
    private static final long DEADLINE_SECONDS = 30;

    private final Mailbox mailbox = new Mailbox();
    private final AtomicLong versions = new AtomicLong();
    private final AtomicLong statusChanges = new AtomicLong();
    private final AtomicInteger onTheWay = new AtomicInteger();
    private final AtomicInteger mostOnTheWay = new AtomicInteger();
    /** The test itself and each send; a send registers the next one before it leaves, so all are gone only after the last. */
    private final Phaser sends = new Phaser(1);
    /** Not synchronized: if two sends ever overlap, this shows it too. */
    private final List<Long> sent = new ArrayList<>();
    /** Not synchronized either. */
    private final List<Long> sentStatuses = new ArrayList<>();

    private final ExecutorService putters = Executors.newFixedThreadPool(PUTTERS);
    private final ExecutorService network = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        putters.shutdownNow();
        network.shutdownNow();
    }

    @Test
    void the_newest_of_each_kind_is_sent_last_and_never_two_at_once() throws Exception {
        CyclicBarrier start = new CyclicBarrier(PUTTERS);
        List<Future<?>> running = new ArrayList<>();

        for (int i = 0; i < PUTTERS; i++) {
            running.add(putters.submit(() -> putAll(start)));
        }
        for (Future<?> putter : running) {
            putter.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        }
        sends.awaitAdvanceInterruptibly(sends.arrive(), DEADLINE_SECONDS, TimeUnit.SECONDS);

        assertThat(mostOnTheWay).hasValue(1);
        assertThat(sent).isSorted().doesNotHaveDuplicates();
        assertThat(sent).last().isEqualTo((long) PUTTERS * FRAMES_EACH);
        assertThat(sentStatuses).isSorted().doesNotHaveDuplicates();
        assertThat(sentStatuses).last().isEqualTo((long) PUTTERS * FRAMES_EACH / FRAMES_PER_STATUS);
        assertThat(sent.size() + mailbox.replaced()).isLessThanOrEqualTo((long) PUTTERS * FRAMES_EACH);
    }

    private Void putAll(CyclicBarrier start) throws Exception {
        start.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
        for (int i = 0; i < FRAMES_EACH; i++) {
            send(mailbox.put(new Frame(Channel.MARKET, versions.incrementAndGet(), "")));
            if (i % FRAMES_PER_STATUS == 0) {
                send(mailbox.put(new Frame(Channel.MARKET, Frame.Kind.STATUS, statusChanges.incrementAndGet(), "")));
            }
        }
        return null;
    }

    /** Another thread finishes the send, as in a server. */
    private void send(@Nullable Frame frame) {
        if (frame == null) {
            return;
        }
        sends.register();
        mostOnTheWay.accumulateAndGet(onTheWay.incrementAndGet(), Math::max);
        network.execute(() -> {
            (frame.kind() == Frame.Kind.STATUS ? sentStatuses : sent).add(frame.version());
            onTheWay.decrementAndGet();
            send(mailbox.sent());
            sends.arriveAndDeregister();
        });
    }
}
