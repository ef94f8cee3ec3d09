package org.tickcast.cluster.redis;

import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The servers of a Redis Cluster. Which of them has what is asked anew for each connection. */
final class ManyServers implements RedisServers {

    private final RedisClusterClient client;
    private final OpenLinks links = new OpenLinks();

    ManyServers(RedisAddress address, RedisLimits limits, ClientResources resources) {
        address.uris().forEach(uri -> uri.setTimeout(limits.timeout()));
        this.client = RedisClusterClient.create(resources, address.uris());
        client.setOptions(
                RedisServers.configured(ClusterClientOptions.builder(), limits).build());
    }

    @Override
    public CompletableFuture<RedisLink> open(Duration patience) {
        return known().thenCompose(done -> client.connectAsync(CODEC))
                .thenCompose(connection -> links.with(new RedisLink(connection, connection.async(), patience))
                        .tried());
    }

    @Override
    public CompletableFuture<StatefulRedisPubSubConnection<String, byte[]>> openListening() {
        return known().thenCompose(done -> client.connectPubSubAsync(CODEC)).thenApply(connection -> connection);
    }

    private CompletableFuture<Void> known() {
        return client.refreshPartitionsAsync().toCompletableFuture();
    }

    @Override
    public CompletableFuture<Void> close() {
        return links.close().thenCompose(ended -> client.shutdownAsync());
    }
}
