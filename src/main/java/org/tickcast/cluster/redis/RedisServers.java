package org.tickcast.cluster.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Opens connections, each to the server that has what it is for: the only one, the one that Sentinels call the master at
 * that moment, or one of a cluster.
 *
 * <p>Threads: any.
 */
final class RedisServers {

    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final RedisClient client;
    private final Whereabouts whereabouts;
    private final OpenLinks links = new OpenLinks();

    RedisServers(RedisAddress address, RedisLimits limits, ClientResources resources) {
        address.uris().forEach(uri -> uri.setTimeout(limits.timeout()));
        this.client = RedisClient.create(resources);
        client.setOptions(options(limits));
        this.whereabouts = address.isCluster()
                ? new ClusterMap(address, server -> connected(server, limits.timeout()))
                : keys -> CompletableFuture.completedFuture(address.uris().get(0));
    }

    /**
     * @param keys with what the names of all keys begin that are asked for over it
     * @param patience how long a call over it may take
     */
    CompletableFuture<RedisLink> open(String keys, Duration patience) {
        return whereabouts
                .of(keys)
                .thenCompose(server -> connected(server, patience))
                .thenCompose(link -> link.tried(keys));
    }

    private CompletionStage<RedisLink> connected(RedisURI server, Duration patience) {
        return client.connectAsync(CODEC, server)
                .thenApply(connection -> links.with(new RedisLink(connection, connection.async(), patience)));
    }

    /**
     * Opens a connection on which whatever is published on a channel is heard, to whichever server of a cluster.
     *
     * @param ear called on a thread of the client, which must not wait
     */
    CompletableFuture<RedisLink> listen(String channel, Consumer<byte[]> ear, Duration patience) {
        return whereabouts
                .of(channel)
                .thenCompose(server -> client.connectPubSubAsync(CODEC, server))
                .thenCompose(connection -> listening(connection, channel, ear, patience));
    }

    private CompletableFuture<RedisLink> listening(
            StatefulRedisPubSubConnection<String, byte[]> connection,
            String channel,
            Consumer<byte[]> ear,
            Duration patience) {
        RedisLink link = links.with(new RedisLink(connection, connection.async(), patience));
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(String where, byte[] message) {
                ear.accept(message);
            }
        });
        return connection
                .async()
                .subscribe(channel)
                .toCompletableFuture()
                .whenComplete((heard, failure) -> {
                    if (failure != null) {
                        link.close();
                    }
                })
                .thenApply(heard -> link);
    }

    /** Ends all connections. */
    CompletableFuture<Void> close() {
        return links.close().thenCompose(ended -> client.shutdownAsync());
    }

    /**
     * A connection that breaks stays broken: what was under way has failed then, and is not said once more behind the back
     * of whoever said it.
     */
    private static ClientOptions options(RedisLimits limits) {
        return ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(limits.waitingCalls())
                .socketOptions(
                        SocketOptions.builder().connectTimeout(limits.timeout()).build())
                .timeoutOptions(TimeoutOptions.enabled())
                .build();
    }
}
