package org.tickcast.feed.log;

import org.tickcast.cluster.LogAway;

/** What a node does about the log, which is another thing for each {@link Standing}. Belongs to the keeper's thread. */
sealed interface Part permits Following, Beginning, Writing, Alone {

    /** Does the next bit, and returns who does the one after that. */
    Part step();

    /** The step was not done, because the log did not answer. */
    Part failed(LogAway why);

    Standing standing();
}
