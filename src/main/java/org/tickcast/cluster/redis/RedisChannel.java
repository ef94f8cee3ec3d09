package org.tickcast.cluster.redis;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.tickcast.cluster.InTurn;

/**
 * A channel of Redis on which anybody who reaches it may publish. A message is heard once, or not at all while there is no
 * connection: Redis keeps nothing that is published. What cannot be taken is skipped and counted.
 *
 * <p>Threads: any; whoever listens is called on those of the executor, with one message after the other.
 */
public final class RedisChannel implements SteadyLink.Listener, AutoCloseable {

    /** Who listens. */
    public interface Ear {

        /** Returns whether it made sense. It never throws. */
        boolean hear(String message);
    }

    private final Redis redis;
    private final String name;
    private final ChannelLimits limits;
    private final Ear ear;
    private final Executor executor;
    private final SteadyLink steady;
    private final Skipped skipped;
    private final InTurn turn = new InTurn();
    private final AtomicInteger waiting = new AtomicInteger();

    public RedisChannel(
            Redis redis, String name, ChannelLimits limits, Ear ear, Executor executor, InstantSource clock) {
        this.redis = redis;
        this.name = name;
        this.limits = limits;
        this.ear = ear;
        this.executor = executor;
        this.skipped = new Skipped(clock);
        this.steady = redis.listeningLink(name, this::published, this);
    }

    public void start() {
        steady.start();
    }

    /** How many messages made no sense, or were too long or too many. */
    public long skipped() {
        return skipped.count();
    }

    private void published(byte[] message) {
        if (message.length > limits.bytes() || waiting.get() >= limits.waiting()) {
            skipped.one(name);
            return;
        }
        waiting.incrementAndGet();
        turn.add(() -> hear(message));
        executor.execute(turn::work);
    }

    private void hear(byte[] message) {
        waiting.decrementAndGet();
        if (!ear.hear(new String(message, StandardCharsets.UTF_8))) {
            skipped.one(name);
        }
    }

    @Override
    public void up(RedisLink link) {
        steady.works();
        look(link);
    }

    private void look(RedisLink link) {
        if (!steady.isUp(link)) {
            return;
        }
        link.commands().ping().whenComplete((answer, failure) -> {
            if (failure == null) {
                redis.later(limits.look(), () -> look(link));
            } else {
                steady.failed(link, failure);
            }
        });
    }

    @Override
    public void down(RedisLink link) {
        // The next one comes by itself, and what was said meanwhile is lost.
    }

    @Override
    public void close() {
        steady.close();
    }
}
