package org.tickcast.cluster.redis;

import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.XReadArgs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A topic in Redis: a stream with what was said, and one with a single entry that has what all knew at some place of it.
 * That the second takes no entry older than the one it has is what Redis does by itself.
 *
 * <p>Threads: any.
 */
final class TopicLog {

    private static final String NODE = "n";
    private static final String FIRST = "s";
    private static final String MESSAGES = "m";
    private static final String ALL = "a";
    private static final int PAGE = 1_000;

    private final String keys;
    private final String log;
    private final String snapshots;
    private final Seal seal;
    private final Skipped skipped;

    TopicLog(String prefix, String topic, Seal seal, Skipped skipped) {
        // In braces, so that a cluster keeps all on one server.
        this.keys = prefix + ":{" + topic + "}:";
        this.log = keys + "log";
        this.snapshots = keys + "known";
        this.seal = seal;
        this.skipped = skipped;
    }

    /** With what the names of its keys begin. */
    String keys() {
        return keys;
    }

    CompletionStage<String> append(RedisLink link, String node, List<Outgoing.Waiting> batch, int keep) {
        long first = batch.get(0).number();
        String text =
                String.join("\n", batch.stream().map(Outgoing.Waiting::message).toList());
        return link.commands()
                .xadd(
                        log,
                        new XAddArgs().maxlen(keep).approximateTrimming(),
                        Map.of(
                                NODE, bytes(node),
                                FIRST, bytes(Long.toString(first)),
                                MESSAGES, seal.close(text, place(node, first))));
    }

    /** Comes when there is something behind that place, or after a while with nothing. */
    CompletionStage<List<StreamMessage<String, byte[]>>> await(RedisLink link, String after, long millis) {
        return link.commands().xread(XReadArgs.Builder.block(millis), XReadArgs.StreamOffset.from(log, after));
    }

    /** Everything behind that place, as it is now. */
    CompletionStage<List<StreamMessage<String, byte[]>>> all(RedisLink link, String after) {
        return page(link, after, new ArrayList<>());
    }

    private CompletionStage<List<StreamMessage<String, byte[]>>> page(
            RedisLink link, String after, List<StreamMessage<String, byte[]>> before) {
        Range<String> behind = Range.from(Range.Boundary.excluding(after), Range.Boundary.unbounded());
        return link.commands().xrange(log, behind, Limit.from(PAGE)).thenCompose(page -> {
            before.addAll(page);
            return page.size() < PAGE
                    ? CompletableFuture.completedFuture(before)
                    : page(link, page.get(page.size() - 1).getId(), before);
        });
    }

    CompletionStage<Snapshot> snapshot(RedisLink link) {
        return link.commands()
                .xrevrange(snapshots, Range.unbounded(), Limit.from(1))
                .thenApply(found -> found.isEmpty() ? Snapshot.NONE : snapshot(found.get(0)));
    }

    private Snapshot snapshot(StreamMessage<String, byte[]> written) {
        byte[] body = written.getBody().get(ALL);
        String text = body == null ? null : seal.open(body, snapshots + ' ' + written.getId());
        Snapshot read = text == null ? null : Snapshot.read(written.getId(), text);
        if (read == null) {
            skipped.one(snapshots);
            throw new IllegalStateException("what stands in " + snapshots + " cannot be read with our keys");
        }
        return read;
    }

    CompletionStage<Boolean> hasSnapshot(RedisLink link) {
        return link.commands().exists(snapshots).thenApply(count -> count > 0);
    }

    CompletionStage<String> write(RedisLink link, String id, String text) {
        String place = id.equals(Snapshot.NONE.id()) ? "0-1" : id;
        return link.commands()
                .xadd(
                        snapshots,
                        new XAddArgs().id(place).maxlen(1),
                        Map.of(ALL, seal.close(text, snapshots + ' ' + place)));
    }

    /** Null when it is not one of ours, which is counted. */
    @Nullable TopicEntry read(StreamMessage<String, byte[]> written) {
        Map<String, byte[]> body = written.getBody();
        String node = text(body.get(NODE));
        String first = text(body.get(FIRST));
        byte[] sealed = body.get(MESSAGES);
        String messages = sealed == null || !first.matches("\\d{1,18}")
                ? null
                : seal.open(sealed, place(node, Long.parseLong(first)));
        if (messages == null) {
            skipped.one(log);
            return null;
        }
        return new TopicEntry(written.getId(), node, Long.parseLong(first), Arrays.asList(messages.split("\n", -1)));
    }

    private String place(String node, long first) {
        return log + ' ' + node + ' ' + first;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
