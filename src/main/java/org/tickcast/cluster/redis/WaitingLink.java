package org.tickcast.cluster.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.LogAway;

/**
 * A link for a thread that has nothing else to do than to wait for what Redis answers. While there is no connection each
 * call fails at once.
 */
final class WaitingLink implements SteadyLink.Listener, AutoCloseable {

    private final SteadyLink steady;
    private final Duration patience;
    private volatile @Nullable RedisLink open;

    WaitingLink(Redis redis, String purpose, String keys, Duration patience) {
        this.patience = patience;
        this.steady = redis.link(purpose, keys, patience, this);
    }

    void start() {
        steady.start();
    }

    <T> @Nullable T call(Function<RedisClusterAsyncCommands<String, byte[]>, ? extends CompletionStage<T>> question) {
        RedisLink link = open;
        if (link == null) {
            throw new LogAway("There is no connection to Redis", new IllegalStateException("Not connected"));
        }
        Future<T> answer = question.apply(link.commands()).toCompletableFuture();
        try {
            // The client fails the call itself when it takes too long; this is for the client.
            T answered = answer.get(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
            steady.works();
            return answered;
        } catch (ExecutionException | TimeoutException failure) {
            steady.failed(link, failure);
            throw new LogAway("Redis does not answer", failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new LogAway("Nobody waits any longer", stopping);
        }
    }

    @Override
    public void up(RedisLink link) {
        open = link;
        // Whether anything is asked over it depends on who holds the lease.
        steady.works();
    }

    @Override
    public void down(RedisLink link) {
        open = null;
    }

    @Override
    public void close() {
        steady.close();
    }
}
