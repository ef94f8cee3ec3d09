package org.tickcast.cluster.redis;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.NodeId;

/**
 * The bus of several servers. Each topic is a log in Redis that all of them write and read.
 *
 * <p>Threads: any; listeners are called on those of the executor.
 */
public final class RedisBus implements Bus, AutoCloseable {

    /** With what the names of all keys begin, so that several applications can share one Redis. */
    private static final String PREFIX = "tickcast";

    private final Redis redis;
    private final NodeId node;
    private final Seal seal;
    private final Executor executor;
    private final Skipped skipped;
    private final Map<String, RedisTopic> topics = new ConcurrentHashMap<>();

    /** @param keys with which all is encrypted that passes Redis; null when it is not */
    public RedisBus(Redis redis, NodeId node, @Nullable EncryptionKeys keys, Executor executor, InstantSource clock) {
        this.redis = redis;
        this.node = node;
        this.seal = keys == null ? Seal.NONE : keys;
        this.executor = executor;
        this.skipped = new Skipped(clock);
    }

    @Override
    public void publish(String topic, String message) {
        if (message.isEmpty() || message.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A message is one line of text");
        }
        topic(topic).publish(message);
    }

    @Override
    public Subscription subscribe(String topic, Listener listener) {
        return topic(topic).subscribe(listener);
    }

    /** How many entries were read that are not ours. */
    public long skipped() {
        return skipped.count();
    }

    private RedisTopic topic(String name) {
        return topics.computeIfAbsent(
                name,
                first ->
                        new RedisTopic(redis, name, node.value(), new TopicLog(PREFIX, name, seal, skipped), executor));
    }

    /** Waits until the topics are at rest, for as long as one call may take at most. */
    @Override
    public void close() {
        CompletableFuture<?>[] closed =
                topics.values().stream().map(RedisTopic::close).toArray(CompletableFuture[]::new);
        redis.await(CompletableFuture.allOf(closed));
    }
}
