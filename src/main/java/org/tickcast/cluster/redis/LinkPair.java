package org.tickcast.cluster.redis;

import org.jspecify.annotations.Nullable;

/**
 * Two connections that live and end together: one for what is answered at once, and one for questions that Redis holds
 * until there is news.
 *
 * <p>Threads: any.
 */
record LinkPair(SteadyLink steady, RedisLink writer, RedisLink reader) {

    void whenBroken() {
        reader.whenBroken(() -> fail(null));
    }

    void fail(@Nullable Throwable why) {
        steady.failed(writer, why);
        reader.close();
    }

    @SuppressWarnings("ReferenceEquality") // Two links are never the same.
    boolean has(RedisLink link) {
        return writer == link;
    }

    boolean isBroken() {
        return !steady.isUp(writer);
    }

    void close() {
        reader.close();
    }
}
