package org.tickcast.feed;

/** Hears of each change of a feed's status. Called by the supervisor, so it must return at once. */
public interface FeedStatusListener {

    /** For whoever does not want to know. */
    FeedStatusListener NONE = status -> {};

    void changed(FeedStatus status);
}
