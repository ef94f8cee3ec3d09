package org.tickcast.cluster.redis;

import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.NodeId;
import org.tickcast.cluster.Tally;

/**
 * A tally in Redis: each node has a hash with its own numbers, which expires with it. Whether there is room is worked out
 * and taken in one script. All goes over one connection, so numbers arrive in the order in which they were said; after each
 * new connection, and whenever Redis has lost them, they are all said again.
 *
 * <p>Threads: any. The listener that says all is called on a thread of the client.
 */
public final class RedisTally implements Tally, SteadyLink.Listener, AutoCloseable {

    /** A change of what is written makes another tally, so that nodes of both versions leave each other alone. */
    private static final String PREFIX = "{tickcast:tally:1}:";

    private static final String NODES = PREFIX + "nodes";
    private static final String OF_NODE = PREFIX + "node:";
    private static final int BYTES_OF_A_NAME = 16;
    private static final Reply ALONE = Alone::new;

    private final Redis redis;
    private final String node;
    private final TallyLimits limits;
    private final SteadyLink steady;
    private final String[] keys;

    /** How many answers in a row still have to be in time before somebody waits for one. */
    private final AtomicInteger toProve = new AtomicInteger();

    private volatile @Nullable RedisLink open;
    private volatile Runnable sayAll = () -> {};

    public RedisTally(Redis redis, NodeId node, TallyLimits limits) {
        this.redis = redis;
        this.node = node.value();
        this.limits = limits;
        this.steady = redis.link("limits", PREFIX, redis.limits().timeout(), this);
        this.keys = new String[] {NODES, OF_NODE + node.value()};
    }

    @Override
    public void start(Runnable listener) {
        sayAll = listener;
        steady.start();
    }

    @Override
    public Reply take(List<Share> shares) {
        return ask("take", shares);
    }

    @Override
    public Reply look(List<Share> shares) {
        return ask("look", shares);
    }

    private Reply ask(String how, List<Share> shares) {
        RedisLink link = open;
        if (link == null || toProve.get() > 0) {
            return ALONE;
        }
        List<String> words = new ArrayList<>(List.of(node, OF_NODE, how));
        shares.forEach(share -> words.addAll(List.of(field(share.name()), text(share.own()), text(share.most()))));
        CompletableFuture<String> answer = run(link, TallyScripts.TAKE, words);
        return () -> await(answer);
    }

    private Answer await(CompletableFuture<String> coming) {
        try {
            String answer = coming.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
            if (answer.equals(TallyScripts.GRANTED)) {
                return new Granted();
            }
            if (!answer.equals(TallyScripts.FORGOTTEN)) {
                return new Full(Integer.parseInt(answer));
            }
        } catch (TimeoutException late) {
            toProve.set(limits.prompt());
        } catch (ExecutionException failed) {
            // The connection is given up for it already, which is said in the log.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return new Alone();
    }

    @Override
    public void set(Map<String, Integer> own) {
        RedisLink link = open;
        if (link != null) {
            run(link, TallyScripts.SET, words(own));
        }
    }

    @Override
    public void setAll(Map<String, Integer> own) {
        RedisLink link = open;
        if (link == null) {
            return;
        }
        run(link, TallyScripts.BEGIN, me());
        List<String> words = words(own);
        for (int from = 0; from < words.size(); from += 2 * limits.batch()) {
            run(link, TallyScripts.SAY, words.subList(from, Math.min(words.size(), from + 2 * limits.batch())));
        }
        run(link, TallyScripts.END, me()).thenRun(steady::works);
    }

    @Override
    public void up(RedisLink link) {
        open = link;
        toProve.set(0);
        sayAll.run();
        redis.later(limits.renew(), () -> renew(link));
    }

    @Override
    public void down(RedisLink link) {
        open = null;
    }

    private void renew(RedisLink link) {
        if (!steady.isUp(link)) {
            return;
        }
        long asked = System.nanoTime();
        run(link, TallyScripts.RENEW, me()).thenAccept(answer -> {
            boolean inTime = System.nanoTime() - asked < limits.patience().toNanos();
            toProve.updateAndGet(left -> inTime ? Math.max(0, left - 1) : left);
            if (answer.equals(TallyScripts.FORGOTTEN)) {
                sayAll.run();
            }
            redis.later(limits.renew(), () -> renew(link));
        });
    }

    private List<String> me() {
        return List.of(node, String.valueOf(limits.lease().toMillis()));
    }

    private CompletableFuture<String> run(RedisLink link, String script, List<String> words) {
        byte[][] arguments = words.stream()
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        CompletableFuture<byte[]> answer;
        try {
            answer = link.commands()
                    .<byte[]>eval(script, ScriptOutputType.VALUE, keys, arguments)
                    .toCompletableFuture();
        } catch (RuntimeException tooMuchWaits) {
            answer = CompletableFuture.failedFuture(tooMuchWaits);
        }
        return answer.whenComplete((bytes, failure) -> {
                    if (failure != null) {
                        steady.failed(link, failure);
                    }
                })
                .thenApply(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static List<String> words(Map<String, Integer> numbers) {
        List<String> words = new ArrayList<>(2 * numbers.size());
        numbers.forEach((name, number) -> {
            words.add(field(name));
            words.add(text(number));
        });
        return words;
    }

    /** Who looks into Redis finds no address and no user there, and none makes a long name. */
    private static String field(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES_OF_A_NAME);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String text(int number) {
        return Integer.toString(number);
    }

    /** The others need not wait until its time is over. */
    @Override
    public void close() {
        RedisLink last = open;
        open = null; // So that nothing is said any more after this.
        if (last != null) {
            leave(last);
        }
        steady.close();
    }

    private void leave(RedisLink link) {
        redis.await(run(link, TallyScripts.LEAVE, me()));
    }
}
