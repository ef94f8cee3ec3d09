package org.tickcast.cluster;

import java.util.List;

/**
 * Brings what one node says to all nodes, itself among them. The messages of a topic reach every listener in the same
 * order, one after the other, and those of one thread in the order in which it published them. While a node cannot reach
 * the others it hears itself alone, and they hear it later.
 */
public interface Bus {

    /**
     * Returns at once; the message may be heard before or after that, and by any thread.
     *
     * @param message one line of text
     */
    void publish(String topic, String message);

    Subscription subscribe(String topic, Listener listener);

    /** Takes each message at once and never throws; it may publish, which is heard later. Called by one thread at a time. */
    interface Listener {

        void hear(String message);

        /** This node has heard it while it was alone; now it is at its place in the order of all. */
        default void hearAgain(String message) {}

        /** From now on only this node hears what is said on it. So it may be at the start. */
        default void alone() {}

        /** From now on all nodes hear each other, and it has learnt what all know, if that was anything. */
        default void together() {}

        /** All that it knows, as messages from which another comes to know the same. */
        default List<String> known() {
            return List.of();
        }

        /** What all know, instead of what it knew; nothing of it is new to the nodes together. */
        default void learn(List<String> known) {}
    }

    /** As long as it is not closed, the listener hears. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
