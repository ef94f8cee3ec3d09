package org.tickcast.cluster.redis;

import io.lettuce.core.StreamMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.InTurn;

/**
 * One topic on one node. Together with the others, a node says everything into the topic's log and hears what it reads
 * there, its own words too: so all hear one order. Alone, because Redis is away, it hears itself and keeps what it said. When
 * Redis is back it learns what the log has, and then puts in what it kept.
 *
 * <p>Threads: any may publish. All else is done in turn, one piece after the other, and so are the listeners called; the
 * fields belong to the turn.
 */
final class RedisTopic implements SteadyLink.Listener {

    /** So long Redis holds a question for news, if there are none. */
    private static final Duration HELD = Duration.ofSeconds(1);

    private final Redis redis;
    private final String node;
    private final TopicLog log;
    private final Executor executor;
    private final SteadyLink steady;
    private final InTurn turn = new InTurn();
    private final List<Bus.Listener> listeners = new CopyOnWriteArrayList<>();
    private final Outgoing outgoing;
    private final Progress progress = new Progress();
    private final AtomicBoolean started = new AtomicBoolean();

    /** Null while this node is alone. */
    private @Nullable LinkPair together;

    /** What was known when this node was not alone for the last time. */
    private List<String> knownTogether = List.of();

    private String last = Snapshot.NONE.id();
    private boolean sending;
    private int sinceSnapshot;

    RedisTopic(Redis redis, String topic, String node, TopicLog log, Executor executor) {
        this.redis = redis;
        this.node = node;
        this.log = log;
        this.executor = executor;
        this.outgoing = new Outgoing(redis.limits().waitingMessages());
        this.steady = redis.link("topic " + topic, log.keys(), redis.limits().timeout(), this);
    }

    Bus.Subscription subscribe(Bus.Listener listener) {
        listeners.add(listener);
        // Not before somebody is there to learn what all know.
        if (started.compareAndSet(false, true)) {
            steady.start();
        }
        return () -> listeners.remove(listener);
    }

    void publish(String message) {
        inTurn(() -> {
            outgoing.add(message);
            LinkPair pair = together;
            if (pair == null) {
                goOnAlone();
            } else if (outgoing.isOverfull()) {
                pair.fail(new IllegalStateException("it is too slow, and too much waits for it"));
            } else {
                send(pair);
            }
        });
    }

    @Override
    public void up(RedisLink link) {
        redis.servers()
                .open(log.keys(), redis.limits().timeout().plus(HELD))
                .whenComplete((reader, failure) -> inTurn(() -> {
                    if (reader == null) {
                        steady.failed(link, failure);
                    } else {
                        LinkPair pair = new LinkPair(steady, link, reader);
                        pair.whenBroken();
                        load(pair);
                    }
                }));
    }

    @Override
    public void down(RedisLink link) {
        inTurn(() -> {
            if (together != null && together.has(link)) {
                together.close();
                together = null;
                sending = false;
                knownTogether = known();
                listeners.forEach(Bus.Listener::alone);
                goOnAlone();
            }
        });
    }

    private void goOnAlone() {
        outgoing.hearAlone().forEach(message -> listeners.forEach(listener -> listener.hear(message)));
        outgoing.makeRoom();
    }

    private void load(LinkPair pair) {
        then(pair, log.snapshot(pair.writer()), snapshot -> {
            if (snapshot.equals(Snapshot.NONE)) {
                bringBack(pair);
            } else {
                then(pair, log.all(pair.writer(), snapshot.id()), tail -> learn(pair, snapshot, tail));
            }
        });
    }

    /** Redis knows nothing, or no longer: it is told what this node knew with the others, unless one of them was first. */
    private void bringBack(LinkPair pair) {
        String text = Snapshot.text(progress.lines(), knownTogether);
        log.write(pair.writer(), Snapshot.NONE.id(), text).whenComplete((written, refused) -> {
            if (pair.isBroken()) {
                return;
            }
            inTurn(() -> load(pair));
        });
    }

    private void learn(LinkPair pair, Snapshot snapshot, List<StreamMessage<String, byte[]>> tail) {
        if (pair.isBroken()) {
            return;
        }
        last = tail.isEmpty() ? snapshot.id() : tail.get(tail.size() - 1).getId();
        progress.become(snapshot.progress());
        List<String> all = new ArrayList<>(snapshot.known());
        tail.forEach(entry -> read(entry, (message, again) -> all.add(message)));
        listeners.forEach(listener -> listener.learn(all));
        sinceSnapshot = tail.size();
        together = pair;
        steady.works();
        listeners.forEach(Bus.Listener::together);
        outgoing.sendAgain();
        send(pair);
        await(pair);
        redis.later(HELD, () -> inTurn(() -> look(pair)));
    }

    private void send(LinkPair pair) {
        List<Outgoing.Waiting> batch = outgoing.next(redis.limits().batch());
        if (sending || batch.isEmpty()) {
            return;
        }
        sending = true;
        // The next only when this one has arrived, so that none is overtaken by one that was said after it.
        then(pair, log.append(pair.writer(), node, batch, redis.limits().logEntries()), id -> {
            if (isTogether(pair)) {
                sending = false;
                outgoing.sent(batch);
                send(pair);
            }
        });
    }

    private void await(LinkPair pair) {
        then(pair, log.await(pair.reader(), last, HELD.toMillis()), entries -> {
            if (isTogether(pair)) {
                entries.forEach(entry -> {
                    last = entry.getId();
                    sinceSnapshot++;
                    read(entry, this::tell);
                });
                if (sinceSnapshot >= redis.limits().snapshotEntries()) {
                    writeSnapshot(pair);
                }
                await(pair);
            }
        });
    }

    private void tell(String message, boolean again) {
        listeners.forEach(listener -> {
            if (again) {
                listener.hearAgain(message);
            } else {
                listener.hear(message);
            }
        });
    }

    /** Takes what is new in an entry, message by message. */
    private void read(StreamMessage<String, byte[]> written, Heard heard) {
        TopicEntry entry = log.read(written);
        if (entry == null) {
            return;
        }
        long number = entry.first();
        for (String message : entry.messages()) {
            boolean own = entry.node().equals(node);
            boolean again = own && outgoing.confirm(number);
            if (progress.isNews(entry.node(), number)) {
                heard.message(message, again);
            }
            number++;
        }
    }

    private void writeSnapshot(LinkPair pair) {
        sinceSnapshot = 0;
        // One of the others may have written a newer one, and then Redis refuses this, which is well.
        log.write(pair.writer(), last, Snapshot.text(progress.lines(), known()));
    }

    private List<String> known() {
        return listeners.stream().flatMap(listener -> listener.known().stream()).toList();
    }

    /** Whether Redis still knows what it knew: it may have been emptied, and what was not read yet has gone with it. */
    private void look(LinkPair pair) {
        if (!isTogether(pair)) {
            return;
        }
        then(pair, log.hasSnapshot(pair.writer()), there -> {
            if (!isTogether(pair)) {
                return;
            }
            if (there) {
                redis.later(HELD, () -> inTurn(() -> look(pair)));
            } else {
                writeSnapshot(pair);
                pair.fail(new IllegalStateException("it has forgotten what it knew"));
            }
        });
    }

    @SuppressWarnings("ReferenceEquality") // Two pairs are never the same.
    private boolean isTogether(LinkPair pair) {
        return together == pair;
    }

    private <T> void then(LinkPair pair, CompletionStage<T> answer, Consumer<T> work) {
        answer.whenComplete((value, failure) -> {
            if (failure == null) {
                inTurn(() -> work.accept(value));
            } else {
                pair.fail(failure);
            }
        });
    }

    private void inTurn(Runnable work) {
        turn.add(work);
        executor.execute(turn::work);
    }

    /** What was said before has gone out by then, if Redis is there. */
    CompletableFuture<Void> close() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        inTurn(() -> {
            LinkPair pair = together;
            together = null;
            steady.close();
            if (pair != null) {
                pair.close();
            }
            closed.complete(null);
        });
        return closed;
    }

    private interface Heard {
        void message(String message, boolean again);
    }
}
