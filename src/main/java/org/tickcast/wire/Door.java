package org.tickcast.wire;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where clients come in by a socket: to a channel, or to the hub.
 *
 * @param id what tokens, tickets, settings and logs call it
 * @param path where its socket is
 */
public record Door(String id, String path) {

    private static final String CHANNELS = "/ws/";

    /** Rooms and who is in them. */
    public static final Door HUB = new Door("hub", "/ws");

    /** Every one there is. */
    public static final List<Door> ALL = Stream.concat(
                    Arrays.stream(Channel.values()).map(Door::of), Stream.of(HUB))
            .toList();

    public static Door of(Channel channel) {
        return new Door(channel.id(), CHANNELS + channel.id());
    }

    /** The one at this path; null when there is none. */
    public static @Nullable Door at(String path) {
        return ALL.stream().filter(door -> door.path.equals(path)).findFirst().orElse(null);
    }

    /** The one that is called so; null when none is. */
    public static @Nullable Door named(String id) {
        return ALL.stream().filter(door -> door.id.equals(id)).findFirst().orElse(null);
    }

    @Override
    public String toString() {
        return path;
    }
}
