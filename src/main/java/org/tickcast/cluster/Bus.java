package org.tickcast.cluster;

import java.util.function.Consumer;

/**
 * Brings what one node says to all nodes, itself among them. The messages of a topic reach every listener in the same
 * order, one after the other, and those of one thread in the order in which it published them. Nothing is kept for
 * whoever is away.
 */
public interface Bus {

    /** Returns at once; the message may be heard before or after that, and by any thread. */
    void publish(String topic, String message);

    /** @param listener takes each message at once and never throws; it may publish, which is heard later */
    Subscription subscribe(String topic, Consumer<String> listener);

    /** As long as it is not closed, the listener hears. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
