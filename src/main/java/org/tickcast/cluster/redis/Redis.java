package org.tickcast.cluster.redis;

import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.netty.util.concurrent.FastThreadLocal;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Redis as this server uses it: opens connections, with the few threads that they share, and knows whether it is there.
 *
 * <p>Threads: any. Only {@link #close} waits.
 */
public final class Redis implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Redis.class.getName());

    /** So few, because nothing is done on them but to read, to write, and to pass on. */
    private static final int THREADS = 2;

    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(3);

    private final RedisLimits limits;
    private final ClientResources resources;
    private final RedisServers servers;
    private final RedisHealth health;

    public Redis(RedisAddress address, RedisLimits limits, InstantSource clock) {
        this.limits = limits;
        this.resources = DefaultClientResources.builder()
                .ioThreadPoolSize(THREADS)
                .computationThreadPoolSize(THREADS)
                .build();
        this.servers = new RedisServers(address, limits, resources);
        this.health = new RedisHealth(address, clock);
    }

    public RedisHealth health() {
        return health;
    }

    public RedisLimits limits() {
        return limits;
    }

    /**
     * A connection that opens again whenever it has ended.
     *
     * @param keys with what the names of all keys begin that are asked for over it: servers of a cluster have some each
     * @param patience how long a call over it may take
     */
    public SteadyLink link(String purpose, String keys, Duration patience, SteadyLink.Listener listener) {
        return new SteadyLink(this, purpose, () -> servers.open(keys, patience), listener);
    }

    /** The same, and what is published on a channel is heard on it. */
    SteadyLink listeningLink(String channel, Consumer<byte[]> ear, SteadyLink.Listener listener) {
        return new SteadyLink(
                this, "channel " + channel, () -> servers.listen(channel, ear, limits.timeout()), listener);
    }

    RedisServers servers() {
        return servers;
    }

    void later(Duration delay, Runnable work) {
        resources.eventExecutorGroup().schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for something as long as a call may take at most; when it does not come, or fails, Redis is away. */
    void await(Future<?> answer) {
        try {
            answer.get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException away) {
            LOG.log(Level.DEBUG, "Redis did not answer the last call", away);
        }
    }

    /** Waits until its threads have ended, so that nothing of an application stays that is gone. */
    @Override
    public void close() {
        waitFor(servers.close());
        waitFor(resources.shutdown(0, LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS));
        forgetThisThread();
    }

    /**
     * To be called where connections were opened or closed, by a thread that outlives the application: Netty leaves
     * something on it that would keep all our classes.
     */
    public static void forgetThisThread() {
        FastThreadLocal.removeAll();
    }

    private static void waitFor(Future<?> end) {
        try {
            end.get(LONGEST_GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "The connections to Redis did not end well", e);
        }
    }
}
