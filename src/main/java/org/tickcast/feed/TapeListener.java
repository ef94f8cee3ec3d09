package org.tickcast.feed;

/** Hears when a recording fails and when it is well again, once for each change. Must return at once. */
public interface TapeListener {

    /** For whoever does not want to know. */
    TapeListener NONE = new TapeListener() {
        @Override
        public void failing(String why) {
            // Nobody asked.
        }

        @Override
        public void recovered(long lost) {
            // Nobody asked.
        }
    };

    /** From now on events may be missing from the tape. */
    void failing(String why);

    /** @param lost how many events are known to be missing from the tape since it began to fail */
    void recovered(long lost);
}
