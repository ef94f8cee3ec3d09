package org.tickcast.cluster.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.resource.ClientResources;
import java.util.concurrent.CompletableFuture;

/**
 * Which server of a Redis Cluster has what, asked anew each time. The client library would find the server for each call;
 * but then calls could overtake each other where it has changed, and a connection would not end when that server does.
 */
final class ClusterMap implements Whereabouts {

    private final RedisClusterClient client;

    /** How they are connected to, but for host and port. */
    private final RedisURI named;

    ClusterMap(RedisAddress address, RedisLimits limits, ClientResources resources) {
        this.named = address.uris().get(0);
        this.client = RedisClusterClient.create(resources, address.uris());
        // Those that are named are asked, because it has no password for those that it finds.
        client.setOptions(RedisServers.configured(ClusterClientOptions.builder(), limits)
                .topologyRefreshOptions(ClusterTopologyRefreshOptions.builder()
                        .dynamicRefreshSources(false)
                        .build())
                .build());
    }

    @Override
    public CompletableFuture<RedisURI> of(String keys) {
        return client.refreshPartitionsAsync().toCompletableFuture().thenApply(known -> masterOf(keys));
    }

    private RedisURI masterOf(String keys) {
        RedisClusterNode master = client.getPartitions().getMasterBySlot(SlotHash.getSlot(keys));
        if (master == null) {
            throw new IllegalStateException("no server of the cluster has the keys " + keys + '*');
        }
        // A server that was found has no password of its own.
        RedisURI found = master.getUri();
        return RedisURI.builder(named)
                .withHost(found.getHost())
                .withPort(found.getPort())
                .build();
    }

    @Override
    public CompletableFuture<Void> close() {
        return client.shutdownAsync();
    }
}
