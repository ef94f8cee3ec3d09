package org.tickcast.wiring;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.rate.CommonUse;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.LocalBus;
import org.tickcast.cluster.NodeId;
import org.tickcast.cluster.Tally;
import org.tickcast.cluster.redis.ChannelLimits;
import org.tickcast.cluster.redis.Redis;
import org.tickcast.cluster.redis.RedisBus;
import org.tickcast.cluster.redis.RedisChannel;
import org.tickcast.cluster.redis.RedisLimits;
import org.tickcast.cluster.redis.RedisTally;
import org.tickcast.cluster.redis.TallyLimits;
import org.tickcast.feed.Metronome;
import org.tickcast.hub.GuestSecret;

/** The bus that this node is on, and what has to end with it. Started and closed by one thread. */
final class NodeBus implements AutoCloseable {

    private final RedisSettings settings;
    private final Executor threads;
    private final InstantSource steady;
    private final Bus bus;
    private final @Nullable Redis redis;
    private final @Nullable RedisTally common;
    private final CommonUse use;
    private final Deque<Runnable> toClose = new ArrayDeque<>();

    private NodeBus(RedisSettings settings, NodeId node, Executor threads, InstantSource clock, InstantSource steady) {
        this.settings = settings;
        this.threads = threads;
        this.steady = steady;
        if (settings.address() == null) {
            redis = null;
            bus = new LocalBus();
            common = null;
            use = CommonUse.ofOne();
        } else {
            redis = new Redis(settings.address(), RedisLimits.DEFAULTS, clock);
            toClose.push(redis::close);
            RedisBus overRedis = new RedisBus(redis, node, settings.keys(), threads, steady);
            toClose.push(overRedis::close);
            bus = overRedis;
            common = new RedisTally(redis, node, TallyLimits.DEFAULTS);
            toClose.push(common::close);
            use = new CommonUse(bus, node);
        }
    }

    static NodeBus of(
            RedisSettings settings, NodeId node, Executor threads, InstantSource clock, InstantSource steady) {
        return new NodeBus(settings, node, threads, clock, steady);
    }

    Bus bus() {
        return bus;
    }

    /** Over which nodes meet; null where there is one node. */
    @Nullable Redis redis() {
        return redis;
    }

    /** How many entries were read that no node has written as they stand there. */
    long skipped() {
        return bus instanceof RedisBus overRedis ? overRedis.skipped() : 0;
    }

    /** What the nodes hold together. */
    Tally tally() {
        return common == null ? Tally.OF_ONE : common;
    }

    /** What is used up in common. */
    CommonUse use() {
        return use;
    }

    /** From now on the other nodes hear now and then what was used up here, and this one hears them. */
    void shareUse(Metronome metronome) {
        if (redis != null) {
            toClose.push(use.join()::close);
            toClose.push(metronome.every(CommonUse.EVERY, "account of what was used up", use::tell)::close);
        }
    }

    /** From now on all nodes call guests the same. */
    void agreeOn(GuestSecret secret) {
        if (redis != null) {
            toClose.push(secret.join()::close);
        }
    }

    /** From now on what is published from outside is heard, where that is wanted. */
    void listenToOutsiders(RedisChannel.Ear ear) {
        String name = settings.outsideChannel();
        if (redis != null && name != null) {
            RedisChannel channel = new RedisChannel(redis, name, ChannelLimits.DEFAULTS, ear, threads, steady);
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
