package org.tickcast.feed;

/** Hears what a feed has to say besides events. Called by the feed's threads, so it must return at once. */
public interface FeedListener {

    /** For whoever does not want to know. */
    FeedListener NONE = new FeedListener() {
        @Override
        public void noticed(String what) {
            // Nobody asked.
        }

        @Override
        public void failed(String why) {
            // Nobody asked.
        }

        @Override
        public void ended(String why) {
            // Nobody asked.
        }
    };

    /** Something is not as it should be, and the feed goes on. */
    void noticed(String what);

    /** No event follows until the feed has been closed and started again. */
    void failed(String why);

    /** The feed has come to its end: starting it again would not help. */
    void ended(String why);
}
