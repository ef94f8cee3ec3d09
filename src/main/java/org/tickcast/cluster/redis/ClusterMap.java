package org.tickcast.cluster.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.models.partitions.ClusterPartitionParser;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Which server of a Redis Cluster has what, asked anew each time of the servers that are named, until one knows. The client
 * library would find the server for each call; but then calls could overtake each other where it has changed, a connection
 * would not end when that server does, and the log would say each half second that one of them is away.
 */
final class ClusterMap implements Whereabouts {

    private final List<RedisURI> named;
    private final Function<RedisURI, CompletionStage<RedisLink>> opener;

    /** @param opener of a connection that is for nothing but this question */
    ClusterMap(RedisAddress address, Function<RedisURI, CompletionStage<RedisLink>> opener) {
        this.named = address.uris();
        this.opener = opener;
    }

    @Override
    public CompletableFuture<RedisURI> of(String keys) {
        int slot = SlotHash.getSlot(keys);
        CompletableFuture<RedisURI> answer = ask(named.get(0), slot);
        for (RedisURI next : named.subList(1, named.size())) {
            answer = answer.exceptionallyCompose(failed -> ask(next, slot));
        }
        return answer;
    }

    private CompletableFuture<RedisURI> ask(RedisURI server, int slot) {
        return opener.apply(server)
                .thenCompose(link -> link.commands().clusterNodes().whenComplete((nodes, failure) -> link.close()))
                .thenApply(nodes -> masterIn(nodes, slot, server))
                .toCompletableFuture();
    }

    /** Whoever is found is connected to as the one that was asked: with its password, and over TLS if that is. */
    private static RedisURI masterIn(String nodes, int slot, RedisURI asked) {
        RedisClusterNode master = ClusterPartitionParser.parse(nodes).getMasterBySlot(slot);
        if (master == null) {
            throw new IllegalStateException("no server of the cluster has slot " + slot);
        }
        RedisURI found = master.getUri();
        return RedisURI.builder(asked)
                .withHost(found.getHost())
                .withPort(found.getPort())
                .build();
    }
}
