package org.tickcast.cluster.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One connection to Redis, from when it opens to its end. It is never mended: what was under way when it broke has failed,
 * and whoever wants to go on opens another.
 *
 * <p>Threads: any.
 */
public final class RedisLink {

    /** What is put there, beside the others, means nothing, and is gone at once. */
    private static final String TRIAL = "trial";

    private static final long TRIAL_MILLIS = 1_000;

    private final StatefulConnection<String, byte[]> connection;
    private final RedisClusterAsyncCommands<String, byte[]> commands;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    RedisLink(
            StatefulConnection<String, byte[]> connection,
            RedisClusterAsyncCommands<String, byte[]> commands,
            Duration patience) {
        this.connection = connection;
        this.commands = commands;
        connection.setTimeout(patience);
    }

    /** This link, once Redis has taken something: one that is full, or only a copy of another, is of no use to a node. */
    CompletableFuture<RedisLink> tried(String keys) {
        return commands.set(keys + TRIAL, new byte[0], SetArgs.Builder.px(TRIAL_MILLIS))
                .toCompletableFuture()
                .whenComplete((taken, refusal) -> {
                    if (refusal != null) {
                        close();
                    }
                })
                .thenApply(taken -> this);
    }

    /** Each call fails after the patience of this link. Its answer comes on a thread of the client, which must not wait. */
    public RedisClusterAsyncCommands<String, byte[]> commands() {
        return commands;
    }

    /** Saying so again changes nothing. */
    public void close() {
        if (closed.compareAndSet(false, true)) {
            // Also when it has broken: the client keeps it until then.
            var unused = connection.closeAsync().whenComplete((done, failure) -> ended.complete(null));
        }
    }

    /** Complete when nothing is left of it. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    void whenBroken(Runnable told) {
        connection.addListener(new RedisConnectionStateListener() {
            @Override
            public void onRedisDisconnected(RedisChannelHandler<?, ?> broken) {
                told.run();
            }
        });
        if (!connection.isOpen()) {
            told.run();
        }
    }
}
