package org.tickcast.cluster.redis;

import io.lettuce.core.RedisURI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where Redis is: one server, one that Sentinels know, or several servers of a cluster. What it is written as never shows
 * the password.
 */
public final class RedisAddress {

    public static final String MAY_BE = "addresses like redis://:password@host:6379/0, rediss://…,"
            + " redis-sentinel://host:26379,host:26379/0#name, or several of the first two with commas between them and no database";

    private static final List<String> OF_SENTINELS = List.of("redis-sentinel://", "rediss-sentinel://");
    private static final List<String> OF_SERVERS = List.of("redis://", "rediss://");
    /** The client takes a port for a part of the name where one of them is not as it has to be. */
    private static final Pattern SERVER =
            Pattern.compile("rediss?://(.*@)?([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+])(:\\d{1,5})?([/?].*)?");

    private static final int LAST_PORT = 65_535;

    private final List<RedisURI> uris;
    private final boolean sentinels;

    private RedisAddress(List<RedisURI> uris, boolean sentinels) {
        this.uris = uris;
        this.sentinels = sentinels;
    }

    /** @throws IllegalArgumentException when it is none; its words do not repeat what was written */
    public static RedisAddress parse(String text) {
        boolean sentinels = startsWithOneOf(OF_SENTINELS, text);
        List<String> parts = sentinels ? List.of(text) : Arrays.asList(text.split(",", -1));
        List<RedisURI> uris =
                parts.stream().map(part -> uri(part.strip(), sentinels)).toList();
        if (uris.size() > 1 && uris.stream().anyMatch(uri -> uri.getDatabase() != 0)) {
            throw new IllegalArgumentException("A cluster of Redis has no database but 0");
        }
        return new RedisAddress(uris, sentinels);
    }

    /** Such as two settings say it, without a password. */
    public static RedisAddress of(String host, int port) {
        if (!host.matches("[A-Za-z0-9._:-]{1,253}")) {
            throw new IllegalArgumentException("No host");
        }
        return new RedisAddress(List.of(RedisURI.create(host, port)), false);
    }

    private static RedisURI uri(String text, boolean sentinels) {
        if (!sentinels
                && !(startsWithOneOf(OF_SERVERS, text) && SERVER.matcher(text).matches())) {
            throw new IllegalArgumentException("No address of Redis");
        }
        RedisURI uri = created(text);
        boolean named = sentinels
                ? uri.getSentinels().stream().allMatch(RedisAddress::isReachable) && uri.getSentinelMasterId() != null
                : isReachable(uri);
        if (!named) {
            throw new IllegalArgumentException("An address of Redis lacks a host, a port or a name");
        }
        return uri;
    }

    private static RedisURI created(String text) {
        try {
            return RedisURI.create(text);
        } catch (RuntimeException wrong) {
            // Its words would repeat the password, and so would those of its cause.
            throw new IllegalArgumentException("No address of Redis");
        }
    }

    private static boolean isReachable(RedisURI uri) {
        return uri.getHost() != null && !uri.getHost().isEmpty() && uri.getPort() > 0 && uri.getPort() <= LAST_PORT;
    }

    private static boolean startsWithOneOf(List<String> beginnings, String text) {
        return beginnings.stream().anyMatch(text::startsWith);
    }

    List<RedisURI> uris() {
        return uris;
    }

    boolean isCluster() {
        return uris.size() > 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RedisAddress address && uris.equals(address.uris);
    }

    @Override
    public int hashCode() {
        return uris.hashCode();
    }

    /** Hosts and ports, for the log. */
    @Override
    public String toString() {
        List<RedisURI> shown = sentinels ? uris.get(0).getSentinels() : uris;
        return shown.stream().map(uri -> uri.getHost() + ":" + uri.getPort()).collect(Collectors.joining(", "));
    }
}
