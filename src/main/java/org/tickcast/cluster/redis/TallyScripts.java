package org.tickcast.cluster.redis;

/**
 * What Redis does for a tally, each in one piece. The keys are the nodes, with the time until which each is there, and what
 * this node has. That second one has the mark {@code #} when it is whole: Redis may have lost it, or never have had all.
 */
final class TallyScripts {

    static final String FORGOTTEN = "FORGOTTEN";
    static final String GRANTED = "GRANTED";
    static final String DONE = "DONE";

    private static final String NOW = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            """;

    private static final String ONLY_IF_WHOLE = """
            if redis.call('HEXISTS', KEYS[2], '#') == 0 then return 'FORGOTTEN' end
            """;

    /** Of this node, how keys of nodes begin, whether it is taken, and for each its name, how many here, how many at most. */
    static final String TAKE = ONLY_IF_WHOLE + NOW + """
            local others = {}
            for _, node in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], now, '+inf')) do
              if node ~= ARGV[1] then others[#others + 1] = ARGV[2] .. node end
            end
            for i = 4, #ARGV, 3 do
              local held = tonumber(ARGV[i + 1])
              for _, other in ipairs(others) do held = held + (redis.call('HGET', other, ARGV[i]) or 0) end
              if held > tonumber(ARGV[i + 2]) then return tostring((i - 4) / 3) end
            end
            if ARGV[3] == 'take' then
              for i = 4, #ARGV, 3 do redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1]) end
            end
            return 'GRANTED'
            """;

    /** Of names and numbers. */
    static final String SET = ONLY_IF_WHOLE + """
            for i = 1, #ARGV, 2 do
              if ARGV[i + 1] == '0' then
                redis.call('HDEL', KEYS[2], ARGV[i])
              else
                redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1])
              end
            end
            return 'DONE'
            """;

    /** Of this node and its time: nothing is said yet of what it has. */
    static final String BEGIN = """
            redis.call('DEL', KEYS[2])
            redis.call('HSET', KEYS[2], '-', '0')
            redis.call('PEXPIRE', KEYS[2], ARGV[2])
            return 'DONE'
            """;

    /** Of names and numbers, before all are said. */
    static final String SAY = """
            for i = 1, #ARGV, 2 do redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1]) end
            return 'DONE'
            """;

    private static final String STAY = NOW + """
            redis.call('PEXPIRE', KEYS[2], ARGV[2])
            redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
            return 'DONE'
            """;

    /** Of this node and its time: all is said. */
    static final String END = "redis.call('HSET', KEYS[2], '#', '1')\n" + STAY;

    /** Of this node and its time: it is still there. */
    static final String RENEW = ONLY_IF_WHOLE + STAY;

    /** Of this node. */
    static final String LEAVE = """
            redis.call('DEL', KEYS[2])
            redis.call('ZREM', KEYS[1], ARGV[1])
            return 'DONE'
            """;

    private TallyScripts() {}
}
