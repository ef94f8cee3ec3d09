package org.tickcast.wiring;

import java.lang.System.Logger.Level;
import org.tickcast.admission.jwt.JwksWatch;

/** Says in the log when published keys come and stay away. */
final class JwksLog implements JwksWatch {

    private static final System.Logger LOG = System.getLogger(JwksLog.class.getName());

    @Override
    public void reached(int keys) {
        LOG.log(Level.INFO, "The issuer publishes {0} keys", keys);
    }

    @Override
    public void unreachable(String why) {
        LOG.log(Level.WARNING, "The issuer''s keys cannot be fetched, and those it had stay: {0}", why);
    }
}
