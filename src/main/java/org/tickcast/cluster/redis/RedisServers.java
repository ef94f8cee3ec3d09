package org.tickcast.cluster.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One server, or the servers of a cluster, and how they are connected to. */
interface RedisServers {

    RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    CompletableFuture<RedisLink> open(Duration patience);

    CompletableFuture<StatefulRedisPubSubConnection<String, byte[]>> listen();

    /** Ends all connections. */
    CompletableFuture<Void> close();

    /**
     * A connection that breaks stays broken: what was under way has failed then, and is not said once more behind the back
     * of whoever said it.
     */
    static <B extends ClientOptions.Builder> B configured(B builder, RedisLimits limits) {
        builder.autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(limits.waitingCalls())
                .socketOptions(
                        SocketOptions.builder().connectTimeout(limits.timeout()).build())
                .timeoutOptions(TimeoutOptions.enabled());
        return builder;
    }
}
