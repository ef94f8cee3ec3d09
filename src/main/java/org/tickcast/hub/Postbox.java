package org.tickcast.hub;

import java.util.Collection;
import java.util.List;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.InTurn;
import org.tickcast.wire.TextMessage;

/**
 * What is to go out, to clients of this node and to the bus. It is put in under the hub's lock, in the order of what
 * happened, and goes out in that order when the lock is free: nobody waits for the lock because a client is slow.
 */
final class Postbox {

    private final Bus bus;
    private final String topic;
    private final ManyHands hands;
    private final InTurn events = new InTurn();
    private final InTurn frames = new InTurn();

    /** Under the hub's lock, as everything is put in. */
    private boolean silent;

    Postbox(Bus bus, String topic, ManyHands hands) {
        this.bus = bus;
        this.topic = topic;
        this.hands = hands;
    }

    /** While this is done, nobody is told anything. By whoever has the hub's lock. */
    void silently(Runnable work) {
        silent = true;
        try {
            work.run();
        } finally {
            silent = false;
        }
    }

    void publish(HubEvent event) {
        events.add(() -> bus.publish(topic, HubEventCodec.write(event)));
    }

    void post(String frame, HubClient to) {
        if (silent) {
            return;
        }
        TextMessage message = new TextMessage(frame);
        frames.add(() -> to.deliver(message));
    }

    void post(String frame, Collection<HubClient> to) {
        if (!silent && !to.isEmpty()) {
            List<HubClient> all = List.copyOf(to);
            TextMessage message = new TextMessage(frame);
            frames.add(() -> hands.toAll(all, client -> client.deliver(message)));
        }
    }

    void later(Runnable work) {
        frames.add(work);
    }

    /** Without the lock. */
    void empty() {
        events.work();
        frames.work();
    }
}
