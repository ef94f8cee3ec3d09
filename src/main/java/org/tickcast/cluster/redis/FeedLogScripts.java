package org.tickcast.cluster.redis;

/**
 * What Redis does for the feed's log, each in one piece. The keys are the lease, the stream and the checkpoint; they have
 * one hash tag, so that they are on one server of a cluster. Places in the log are the identifiers of the stream's entries.
 */
final class FeedLogScripts {

    private static final String END = """
            local newest = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)
            local at = newest[1] and newest[1][1] or ''
            """;

    private static final String ONLY_THE_HOLDER = """
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 'NOT_HOLDER' end
            """;

    /** Of the holder and a time: whether it is his now, and the newest entry. */
    static final String HOLD = END + """
            local holder = redis.call('GET', KEYS[1])
            if not holder then
              redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
            elseif holder == ARGV[1] then
              redis.call('PEXPIRE', KEYS[1], ARGV[2])
            else
              return 'other ' .. at
            end
            return 'mine ' .. at
            """;

    static final String RELEASE = """
            if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
            return ''
            """;

    /** Of the holder, the entry before, the entry, its text, and how many are kept. */
    static final String APPEND = ONLY_THE_HOLDER + END + """
            if at == ARGV[3] then return 'WRITTEN' end
            if at ~= ARGV[2] then return 'NOT_THE_END' end
            redis.call('XADD', KEYS[2], 'MAXLEN', ARGV[5], ARGV[3], 'e', ARGV[4])
            return 'WRITTEN'
            """;

    /** Of the holder, the place, its generation, and the state. */
    static final String BEGIN = ONLY_THE_HOLDER + END + """
            if at == ARGV[2] then return 'WRITTEN' end
            if at ~= '' and tonumber(string.match(at, '^%d+')) >= tonumber(ARGV[3]) then return 'NOT_THE_END' end
            redis.call('DEL', KEYS[2], KEYS[3])
            redis.call('XADD', KEYS[2], ARGV[2], 'e', '')
            redis.call('HSET', KEYS[3], 'at', ARGV[2], 'state', ARGV[4])
            return 'WRITTEN'
            """;

    /** Of the holder, the place, the state, and the oldest entry to keep; empty for all. */
    static final String LEAVE = ONLY_THE_HOLDER + """
            redis.call('HSET', KEYS[3], 'at', ARGV[2], 'state', ARGV[3])
            if ARGV[4] ~= '' then redis.call('XTRIM', KEYS[2], 'MINID', ARGV[4]) end
            return 'WRITTEN'
            """;

    private FeedLogScripts() {}
}
