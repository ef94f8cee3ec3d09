package org.tickcast.cluster.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One server, or whichever the Sentinels call the master at the moment of connecting. */
final class OneServer implements RedisServers {

    private final RedisURI uri;
    private final RedisClient client;
    private final OpenLinks links = new OpenLinks();

    OneServer(RedisAddress address, RedisLimits limits, ClientResources resources) {
        this.uri = address.uris().get(0);
        this.uri.setTimeout(limits.timeout());
        this.client = RedisClient.create(resources);
        client.setOptions(
                RedisServers.configured(ClientOptions.builder(), limits).build());
    }

    @Override
    public CompletableFuture<RedisLink> open(Duration patience) {
        return client.connectAsync(CODEC, uri)
                .thenCompose(connection -> links.with(new RedisLink(connection, connection.async(), patience))
                        .tried())
                .toCompletableFuture();
    }

    @Override
    public CompletableFuture<StatefulRedisPubSubConnection<String, byte[]>> openListening() {
        return client.connectPubSubAsync(CODEC, uri).toCompletableFuture();
    }

    @Override
    public CompletableFuture<Void> close() {
        return links.close().thenCompose(ended -> client.shutdownAsync());
    }
}
