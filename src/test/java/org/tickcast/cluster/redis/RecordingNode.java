package org.tickcast.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.NodeId;

/** A node that knows the list of what was said, and remembers how it heard of it. */
public final class RecordingNode implements Bus.Listener, AutoCloseable {

    private static final String TOPIC = "hub";

    final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
    final Redis redis;
    final RedisBus bus;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final List<String> known = new CopyOnWriteArrayList<>();

    public RecordingNode(String name, RedisAddress address, RedisLimits limits, @Nullable EncryptionKeys keys) {
        redis = new Redis(address, limits, InstantSource.system());
        bus = new RedisBus(redis, new NodeId(name), keys, threads, InstantSource.system());
        bus.subscribe(TOPIC, this);
    }

    public void says(String message) {
        bus.publish(TOPIC, message);
    }

    @Override
    public void hear(String message) {
        known.add(message);
        happened.add(message);
    }

    @Override
    public void hearAgain(String message) {
        known.add(message);
        happened.add("again " + message);
    }

    @Override
    public void alone() {
        happened.add("(alone)");
    }

    @Override
    public void together() {
        happened.add("(together)");
    }

    @Override
    public List<String> known() {
        return List.copyOf(known);
    }

    @Override
    public void learn(List<String> all) {
        known.clear();
        known.addAll(all);
        happened.add("(knows " + String.join(" ", all) + ")");
    }

    /** What happens until this does, which has to. */
    public List<String> until(String last) throws InterruptedException {
        List<String> before = new ArrayList<>();
        while (before.isEmpty() || !before.get(before.size() - 1).equals(last)) {
            String next = happened.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("before \"%s\" came %s", last, before).isNotNull();
            before.add(next);
        }
        return before;
    }

    /** From now on it hears the others. */
    public RecordingNode joined() throws InterruptedException {
        until("(together)");
        return this;
    }

    @Override
    public void close() {
        bus.close();
        redis.close();
        threads.shutdown();
    }
}
