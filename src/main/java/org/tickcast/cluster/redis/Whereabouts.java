package org.tickcast.cluster.redis;

import io.lettuce.core.RedisURI;
import java.util.concurrent.CompletableFuture;

/**
 * Which server has what.
 *
 * <p>Threads: any.
 */
interface Whereabouts {

    /** @param keys with what the names of all of them begin; one server has them all */
    CompletableFuture<RedisURI> of(String keys);
}
