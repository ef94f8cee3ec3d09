package org.tickcast.cluster.redis;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection to Redis that is opened again whenever it has ended, until it is closed. Whoever uses it says when it no
 * longer answers, and when it does what it is for: only then Redis counts as there.
 *
 * <p>Threads: any. The listener is called without a lock held, mostly on a thread of the client, and never waits.
 */
public final class SteadyLink implements AutoCloseable {

    /** Who uses it. */
    public interface Listener {

        /** From now on, until it is down. */
        void up(RedisLink link);

        /** This one is no more, and the next comes by itself. */
        void down(RedisLink link);
    }

    private final Redis redis;
    private final String purpose;
    private final Supplier<CompletableFuture<RedisLink>> opener;
    private final Listener listener;

    @GuardedBy("this") private @Nullable RedisLink open;

    @GuardedBy("this") private boolean closed;

    SteadyLink(Redis redis, String purpose, Supplier<CompletableFuture<RedisLink>> opener, Listener listener) {
        this.redis = redis;
        this.purpose = purpose;
        this.opener = opener;
        this.listener = listener;
    }

    public void start() {
        redis.health().expect(purpose);
        connect();
    }

    /** What it is for can be done over it. */
    public void works() {
        redis.health().works(purpose);
    }

    /** A call over it has failed. It is closed, and another one opened. Saying so again changes nothing. */
    @SuppressWarnings("ReferenceEquality") // Two links are never the same.
    public void failed(RedisLink link, @Nullable Throwable why) {
        synchronized (this) {
            if (open != link) {
                return;
            }
            open = null;
        }
        redis.health().fails(purpose, why);
        listener.down(link);
        link.close();
        redis.later(redis.limits().retry(), this::connect);
    }

    @SuppressWarnings("ReferenceEquality") // Two links are never the same.
    synchronized boolean isUp(RedisLink link) {
        return open == link;
    }

    private void connect() {
        synchronized (this) {
            if (closed) {
                return;
            }
        }
        opener.get().whenComplete((link, failure) -> {
            if (link == null) {
                redis.health().fails(purpose, failure);
                redis.later(redis.limits().retry(), this::connect);
            } else if (take(link)) {
                listener.up(link);
                link.whenBroken(() -> failed(link, null));
            } else {
                link.close();
            }
        });
    }

    private synchronized boolean take(RedisLink link) {
        open = closed ? null : link;
        return !closed;
    }

    @Override
    public void close() {
        RedisLink last;
        synchronized (this) {
            closed = true;
            last = open;
            open = null;
        }
        redis.health().forget(purpose);
        if (last != null) {
            last.close();
        }
    }
}
