package org.tickcast.admission.jwt;

/** Hears when published keys come and stay away. Called by the thread that fetches, so it must return at once. */
public interface JwksWatch {

    /** For whoever does not want to know. */
    JwksWatch NONE = new JwksWatch() {
        @Override
        public void reached(int keys) {
            // Nobody asked.
        }

        @Override
        public void unreachable(String why) {
            // Nobody asked.
        }
    };

    /** A set was fetched, for the first time or after it could not be. */
    void reached(int keys);

    /** A set could not be fetched any more, or not yet. The last good one stays. */
    void unreachable(String why);
}
