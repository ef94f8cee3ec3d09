package org.tickcast.cluster.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tickcast.cluster.Checkpoint;
import org.tickcast.cluster.FeedLease;
import org.tickcast.cluster.FeedLog;
import org.tickcast.cluster.FeedLogLimits;
import org.tickcast.cluster.LogEntry;
import org.tickcast.cluster.LogPosition;

/**
 * The feed's log in Redis: a stream, a key that expires for the lease, and a hash for the checkpoint. Whether the writer
 * still holds the lease is looked at by Redis itself, in the same step in which it writes.
 *
 * <p>Threads: any, and each waits for the answer. Reading has a connection of its own, because it may wait for long.
 */
public final class RedisFeedLog implements FeedLog, FeedLease, AutoCloseable {

    /** A change of what is written makes another log, so that nodes of both versions leave each other alone. */
    static final String PREFIX = "{tickcast:feed:1}:";

    private static final String STREAM = PREFIX + "log";
    private static final String CHECKPOINT = PREFIX + "checkpoint";
    private static final String[] KEYS = {PREFIX + "lease", STREAM, CHECKPOINT};
    private static final String TEXT = "e";

    private final FeedLogLimits limits;
    private final WaitingLink writing;
    private final WaitingLink reading;

    public RedisFeedLog(Redis redis, FeedLogLimits limits) {
        this.limits = limits;
        this.writing =
                new WaitingLink(redis, "the feed's log", PREFIX, redis.limits().timeout());
        this.reading = new WaitingLink(
                redis, "reading the feed's log", PREFIX, redis.limits().timeout());
    }

    public void start() {
        writing.start();
        reading.start();
    }

    @Override
    public View hold(String holder) {
        String[] answer = run(
                        FeedLogScripts.HOLD,
                        holder,
                        String.valueOf(limits.lease().toMillis()))
                .split(" ", -1);
        return new View(answer[0].equals("mine"), answer[1].isEmpty() ? null : LogPosition.parse(answer[1]));
    }

    @Override
    public void release(String holder) {
        run(FeedLogScripts.RELEASE, holder);
    }

    @Override
    public Outcome append(String holder, LogEntry entry) {
        LogPosition at = entry.at();
        LogPosition before = new LogPosition(at.generation(), at.number() - 1);
        return Outcome.valueOf(run(
                FeedLogScripts.APPEND,
                bytes(holder),
                bytes(before.toString()),
                bytes(at.toString()),
                bytes(entry.text()),
                bytes(String.valueOf(limits.mostEntries()))));
    }

    @Override
    public Outcome begin(String holder, Checkpoint first) {
        return Outcome.valueOf(run(
                FeedLogScripts.BEGIN,
                bytes(holder),
                bytes(first.at().toString()),
                bytes(String.valueOf(first.at().generation())),
                first.state()));
    }

    @Override
    public Outcome leave(String holder, Checkpoint newer, @Nullable LogPosition oldest) {
        return Outcome.valueOf(run(
                FeedLogScripts.LEAVE,
                bytes(holder),
                bytes(newer.at().toString()),
                newer.state(),
                bytes(oldest == null ? "" : oldest.toString())));
    }

    @Override
    public List<LogEntry> read(LogPosition after, int most, Duration patience) {
        List<StreamMessage<String, byte[]>> found =
                patience.toMillis() == 0 ? now(after, most) : soon(after, most, patience);
        return found == null
                ? List.of()
                : found.stream()
                        .map(entry -> new LogEntry(LogPosition.parse(entry.getId()), text(entry)))
                        .toList();
    }

    private @Nullable List<StreamMessage<String, byte[]>> now(LogPosition after, int most) {
        Range<String> behind = Range.from(Range.Boundary.excluding(after.toString()), Range.Boundary.unbounded());
        return reading.call(redis -> redis.xrange(STREAM, behind, Limit.from(most)));
    }

    private @Nullable List<StreamMessage<String, byte[]>> soon(LogPosition after, int most, Duration patience) {
        XReadArgs args = XReadArgs.Builder.block(patience).count(most);
        XReadArgs.StreamOffset<String> behind = XReadArgs.StreamOffset.from(STREAM, after.toString());
        return reading.call(redis -> xread(redis, args, behind));
    }

    @SuppressWarnings("unchecked") // One place to read from is no array of several.
    private static RedisFuture<List<StreamMessage<String, byte[]>>> xread(
            RedisClusterAsyncCommands<String, byte[]> redis, XReadArgs args, XReadArgs.StreamOffset<String> behind) {
        return redis.xread(args, behind);
    }

    @Override
    public @Nullable Checkpoint checkpoint() {
        List<KeyValue<String, byte[]>> found = writing.call(redis -> redis.hmget(CHECKPOINT, "at", "state"));
        Map<String, byte[]> fields = Objects.requireNonNull(found).stream()
                .filter(KeyValue::hasValue)
                .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
        byte[] at = fields.get("at");
        byte[] state = fields.get("state");
        return at == null || state == null ? null : new Checkpoint(LogPosition.parse(text(at)), state);
    }

    @Override
    public void close() {
        writing.close();
        reading.close();
    }

    private String run(String script, String... words) {
        return run(script, Arrays.stream(words).map(RedisFeedLog::bytes).toArray(byte[][]::new));
    }

    private String run(String script, byte[]... words) {
        byte[] answer = writing.call(redis -> redis.eval(script, ScriptOutputType.VALUE, KEYS, words));
        return text(Objects.requireNonNull(answer));
    }

    private static String text(StreamMessage<String, byte[]> entry) {
        byte[] text = entry.getBody().get(TEXT);
        return text == null ? "" : text(text);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
