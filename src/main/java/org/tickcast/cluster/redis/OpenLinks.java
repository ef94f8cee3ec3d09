package org.tickcast.cluster.redis;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The connections of one client, so that they can end before the client does: it would close once more whatever is just
 * being closed, and complain of it.
 *
 * <p>Threads: any.
 */
final class OpenLinks {

    private final Set<RedisLink> open = ConcurrentHashMap.newKeySet();

    RedisLink with(RedisLink link) {
        open.add(link);
        var unused = link.ended().thenRun(() -> open.remove(link));
        return link;
    }

    /** Complete when all have ended. */
    CompletableFuture<Void> close() {
        CompletableFuture<?>[] ends = open.stream()
                .map(link -> {
                    link.close();
                    return link.ended();
                })
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(ends);
    }
}
