package org.tickcast.wiring;

import java.lang.System.Logger.Level;
import org.tickcast.feed.TapeListener;

/** Tells the log when recording fails and when it is well again. */
final class TapeLog implements TapeListener {

    private static final System.Logger LOG = System.getLogger(TapeLog.class.getName());

    @Override
    public void failing(String why) {
        LOG.log(Level.ERROR, "The tape is not written, and is tried again: {0}", why);
    }

    @Override
    public void recovered(long lost) {
        LOG.log(Level.INFO, "The tape is written again; {0} events are not on it", lost);
    }
}
