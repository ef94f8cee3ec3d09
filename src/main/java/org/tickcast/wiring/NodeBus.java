package org.tickcast.wiring;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.LocalBus;
import org.tickcast.cluster.NodeId;
import org.tickcast.cluster.redis.ChannelLimits;
import org.tickcast.cluster.redis.Redis;
import org.tickcast.cluster.redis.RedisBus;
import org.tickcast.cluster.redis.RedisChannel;
import org.tickcast.cluster.redis.RedisLimits;

/** The bus that this node is on, and what has to end with it. Started and closed by one thread. */
final class NodeBus implements AutoCloseable {

    private final RedisSettings settings;
    private final Executor threads;
    private final InstantSource clock;
    private final Bus bus;
    private final @Nullable Redis redis;
    private final Deque<Runnable> toClose = new ArrayDeque<>();

    private NodeBus(RedisSettings settings, NodeId node, Executor threads, InstantSource clock) {
        this.settings = settings;
        this.threads = threads;
        this.clock = clock;
        if (settings.address() == null) {
            redis = null;
            bus = new LocalBus();
        } else {
            redis = new Redis(settings.address(), RedisLimits.DEFAULTS, clock);
            toClose.push(redis::close);
            RedisBus common = new RedisBus(redis, node, settings.keys(), threads, clock);
            toClose.push(common::close);
            bus = common;
        }
    }

    static NodeBus of(RedisSettings settings, NodeId node, Executor threads, InstantSource clock) {
        return new NodeBus(settings, node, threads, clock);
    }

    Bus bus() {
        return bus;
    }

    /** Over which nodes meet; null where there is one node. */
    @Nullable Redis redis() {
        return redis;
    }

    /** From now on what is published from outside is heard, where that is wanted. */
    void listenToOutsiders(RedisChannel.Ear ear) {
        String name = settings.outsideChannel();
        if (redis != null && name != null) {
            RedisChannel channel = new RedisChannel(redis, name, ChannelLimits.DEFAULTS, ear, threads, clock);
            toClose.push(channel::close);
            channel.start();
        }
    }

    @Override
    public void close() {
        while (!toClose.isEmpty()) {
            toClose.pop().run();
        }
    }
}
