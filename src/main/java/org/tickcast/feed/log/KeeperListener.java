package org.tickcast.feed.log;

/** Hears what a node is to the shared market. Called by the keeper's thread, so it must return at once. */
public interface KeeperListener {

    /** Whether the market reaches this node, by its own feed or by another's. */
    void connected(boolean connected);

    void became(Standing standing);
}
