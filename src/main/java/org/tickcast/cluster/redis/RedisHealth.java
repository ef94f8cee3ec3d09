package org.tickcast.cluster.redis;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether Redis is there: for everything that is done over it, or not. One line in the log says that it has gone, and one
 * that it is back.
 *
 * <p>Threads: any.
 */
public final class RedisHealth {

    /** @param why null while it is there, as is the moment since when it is away */
    public record State(
            boolean connected,
            @Nullable Instant awaySince,
            @Nullable String why) {}

    private static final System.Logger LOG = System.getLogger(RedisHealth.class.getName());
    private static final int LONGEST = 200;

    private final String address;
    private final InstantSource clock;

    /** What is to be possible. */
    @GuardedBy("this") private final Set<String> wanted = new HashSet<>();

    /** What is not possible at present, and why. */
    @GuardedBy("this") private final Map<String, String> troubles = new TreeMap<>();

    @GuardedBy("this") private @Nullable Instant awaySince;

    @GuardedBy("this") private boolean saidAway;

    RedisHealth(RedisAddress address, InstantSource clock) {
        this.address = address.toString();
        this.clock = clock;
        this.awaySince = clock.instant();
    }

    public synchronized State state() {
        String why = troubles.isEmpty() ? null : troubles.values().iterator().next();
        return new State(awaySince == null, awaySince, why);
    }

    /** From now on this is wanted of it. */
    synchronized void expect(String what) {
        wanted.add(what);
        troubles.putIfAbsent(what, "not yet there");
    }

    /** It is wanted no longer. */
    synchronized void forget(String what) {
        wanted.remove(what);
        troubles.remove(what);
    }

    synchronized void works(String what) {
        boolean wasAway = awaySince != null;
        troubles.remove(what);
        if (wasAway && troubles.isEmpty()) {
            awaySince = null;
            saidAway = false;
            LOG.log(Level.INFO, "Redis at {0} is there: nodes hear each other", address);
        }
    }

    synchronized void fails(String what, @Nullable Throwable cause) {
        if (!wanted.contains(what)) {
            return; // It is being closed, and so of course it ends.
        }
        troubles.put(what, words(cause));
        if (!saidAway) {
            saidAway = true;
            awaySince = awaySince == null ? clock.instant() : awaySince;
            LOG.log(Level.WARNING, "Redis at {0} is away, and this node goes on alone: {1}", address, words(cause));
        }
    }

    private static String words(@Nullable Throwable failure) {
        Throwable root = failure;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        if (root == null) {
            return "the connection has ended";
        }
        String message = root.getMessage();
        String words = message == null ? root.getClass().getSimpleName() : message;
        return words.replaceAll("\\p{Cntrl}", " ").substring(0, Math.min(LONGEST, words.length()));
    }
}
