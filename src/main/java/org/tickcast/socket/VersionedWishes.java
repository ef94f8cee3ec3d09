package org.tickcast.socket;

import java.util.List;
import java.util.Map;
import org.tickcast.wire.Since;

/**
 * What a client of {@code tickcast.v1} asks for in its address.
 *
 * @param since what it has from an earlier visit
 * @param deflated whether it prefers long frames deflated, as binary messages
 */
record VersionedWishes(Since since, boolean deflated) {

    private static final String SINCE = "since";
    private static final String COMPRESS = "compress";
    private static final String DEFLATE = "deflate";

    /** @param parameters of the address, decoded; of several with one name the first counts */
    static VersionedWishes of(Map<String, List<String>> parameters) {
        List<String> since = parameters.getOrDefault(SINCE, List.of());
        List<String> compress = parameters.getOrDefault(COMPRESS, List.of());
        return new VersionedWishes(
                Since.parse(since.isEmpty() ? null : since.get(0)),
                !compress.isEmpty() && compress.get(0).equals(DEFLATE));
    }
}
