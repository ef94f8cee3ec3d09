package org.tickcast.feed.log;

/** This node's own feed, which runs only while its events are wanted. Called by the keeper's thread. */
public interface FeedSwitch {

    /** Its events go where the keeper takes them from. */
    void on();

    void off();

    /** Whether it is known that the market does not reach us. */
    boolean isLost();
}
