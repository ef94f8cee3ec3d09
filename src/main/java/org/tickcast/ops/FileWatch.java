package org.tickcast.ops;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tickcast.admission.DescriptorCheck;

/**
 * Looks how many file descriptors are free, has nobody let in while there are too few, and says so.
 *
 * <p>Threads: one look at a time.
 */
public final class FileWatch {

    /** A server that is full is full again with each client that comes for one that goes. */
    static final Duration SAID_ONCE_IN = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(FileWatch.class.getName());

    private final FileDescriptors files;
    private final DescriptorCheck check;
    private final InstantSource clock;
    private Instant mayBeSaid = Instant.MIN;
    private boolean said;

    public FileWatch(FileDescriptors files, DescriptorCheck check, InstantSource clock) {
        this.files = files;
        this.check = check;
        this.clock = clock;
    }

    /** To be called now and then; it lists what the process has open. */
    public void look() {
        long most = files.most();
        if (most <= 0) {
            return; // This machine does not tell.
        }
        long free = most - files.open();
        check.look(free);
        if (check.isShort()) {
            sayThatItIsShort(free, most);
        } else if (said) {
            said = false;
            LOG.log(
                    Level.INFO,
                    "There are file descriptors again, {0} of {1} are free, and clients are let in",
                    free,
                    most);
        }
    }

    private void sayThatItIsShort(long free, long most) {
        Instant now = clock.instant();
        if (!said && !now.isBefore(mayBeSaid)) {
            said = true;
            mayBeSaid = now.plus(SAID_ONCE_IN);
            LOG.log(
                    Level.WARNING,
                    "Of {1} file descriptors {0} are free, and nobody is let in until there are more."
                            + " Each socket takes one: raise the limit (LimitNOFILE, ulimit -n), or lower"
                            + " tickcast.limits.connections",
                    free,
                    most);
        }
    }
}
