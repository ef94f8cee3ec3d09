package org.tickcast.cluster;

import java.util.List;
import java.util.Map;

/**
 * What the nodes hold together, by name. Each node knows how many it has itself and says so whenever that changes; before
 * it takes one more of something it asks whether all together have room for it. What a node had that is gone counts no more.
 *
 * <p>Numbers are absolute and are said in the order in which they change, so whoever keeps them says them under a lock.
 *
 * <p>Threads: any. Only {@link Reply#await} waits, and for a bounded time.
 */
public interface Tally {

    /**
     * @param own how many this node has, with the one that it wants to take
     * @param most how many all may have together
     */
    record Share(String name, int own, int most) {}

    /** What becomes of something that was to be taken. */
    sealed interface Answer {}

    /** All together have room for it, and know that it is taken. */
    record Granted() implements Answer {}

    /** @param share of which there are as many as there may be, by its place among those asked for */
    record Full(int share) implements Answer {}

    /** The others cannot be asked now. */
    record Alone() implements Answer {}

    /** An answer that may still be on its way. */
    interface Reply {

        Answer await();
    }

    /** For a node that has no others. */
    Tally OF_ONE = new Tally() {
        @Override
        public Reply take(List<Share> shares) {
            return Granted::new;
        }

        @Override
        public Reply look(List<Share> shares) {
            return Granted::new;
        }

        @Override
        public void set(Map<String, Integer> own) {
            // There is nobody to tell.
        }

        @Override
        public void setAll(Map<String, Integer> own) {
            // The same.
        }

        @Override
        public void start(Runnable sayAll) {
            // It is never forgotten what nobody has to know.
        }
    };

    /** Asks for one more of each, all or none of them. */
    Reply take(List<Share> shares);

    /** Asks what taking them would be answered, and takes nothing. */
    Reply look(List<Share> shares);

    /** This node has so many of these now. */
    void set(Map<String, Integer> own);

    /** This node has so many of these now, and of nothing else. */
    void setAll(Map<String, Integer> own);

    /** @param sayAll has to call {@link #setAll}; called whenever the others may have forgotten what this node has */
    void start(Runnable sayAll);
}
