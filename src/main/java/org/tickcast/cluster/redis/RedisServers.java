package org.tickcast.cluster.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One server, or the servers of a cluster, and how they are connected to. */
interface RedisServers {

    RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    CompletableFuture<RedisLink> open(Duration patience);

    CompletableFuture<StatefulRedisPubSubConnection<String, byte[]>> openListening();

    /**
     * Opens a connection on which whatever is published on a channel is heard.
     *
     * @param ear called on a thread of the client, which must not wait
     */
    default CompletableFuture<RedisLink> listen(String channel, Consumer<byte[]> ear, Duration patience) {
        return openListening().thenCompose(connection -> {
            RedisLink link = new RedisLink(connection, connection.async(), patience);
            connection.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(String where, byte[] message) {
                    ear.accept(message);
                }
            });
            return connection
                    .async()
                    .subscribe(channel)
                    .whenComplete((heard, failure) -> {
                        if (failure != null) {
                            link.close();
                        }
                    })
                    .thenApply(heard -> link);
        });
    }

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
