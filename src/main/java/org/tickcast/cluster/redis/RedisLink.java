package org.tickcast.cluster.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One connection to Redis, from when it opens to its end. It is never mended: what was under way when it broke has failed,
 * and whoever wants to go on opens another.
 *
 * <p>Threads: any.
 */
public final class RedisLink {

    private final StatefulConnection<String, byte[]> connection;
    private final RedisClusterAsyncCommands<String, byte[]> commands;
    private final AtomicBoolean closed = new AtomicBoolean();

    RedisLink(
            StatefulConnection<String, byte[]> connection,
            RedisClusterAsyncCommands<String, byte[]> commands,
            Duration patience) {
        this.connection = connection;
        this.commands = commands;
        connection.setTimeout(patience);
    }

    /** Each call fails after the patience of this link. Its answer comes on a thread of the client, which must not wait. */
    public RedisClusterAsyncCommands<String, byte[]> commands() {
        return commands;
    }

    /** Saying so again changes nothing. */
    public void close() {
        if (closed.compareAndSet(false, true) && connection.isOpen()) {
            connection.closeAsync();
        }
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
