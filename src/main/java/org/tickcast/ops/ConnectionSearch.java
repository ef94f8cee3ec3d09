package org.tickcast.ops;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.AddressRange;
import org.tickcast.admission.ClientIdentity;
import org.tickcast.socket.ChannelClients;
import org.tickcast.socket.SocketFacts;
import org.tickcast.wire.Door;
import org.tickcast.wire.VersionedProtocol;

/**
 * Which connections an operator wants to see, and how many of them at once. What is not asked for does not matter.
 *
 * @param user a part of the user's name, in small letters
 * @param from where the client comes from
 * @param channel the id of a door
 * @param after the number behind which the page begins
 * @param limit how many fit on the page
 */
record ConnectionSearch(
        @Nullable String user,
        @Nullable AddressRange from,
        @Nullable String channel,
        @Nullable String protocol,
        long after,
        int limit) {

    static final int MOST = 500;
    static final int USUAL = 100;

    private static final int LONGEST_NAME = 160;
    private static final Set<String> PROTOCOLS =
            Set.of(ChannelClients.PLAIN, VersionedProtocol.SUBPROTOCOL, Door.HUB.id());
    private static final Set<String> PARAMETERS = Set.of("user", "address", "channel", "protocol", "after", "limit");

    /** Null when it is not clear what is wanted: a filter that is written wrong must not show everybody. */
    static @Nullable ConnectionSearch read(Map<String, List<String>> parameters) {
        boolean clear = PARAMETERS.containsAll(parameters.keySet())
                && parameters.values().stream().allMatch(values -> values.size() == 1);
        try {
            return clear ? parsed(new Written(parameters)) : null;
        } catch (IllegalArgumentException unclear) {
            return null;
        }
    }

    private static ConnectionSearch parsed(Written written) {
        String user = written.text("user");
        String address = written.text("address");
        String channel = written.text("channel");
        String protocol = written.text("protocol");
        require(user == null || (!user.isBlank() && user.length() <= LONGEST_NAME));
        require(channel == null || Door.named(channel) != null);
        require(protocol == null || PROTOCOLS.contains(protocol));
        return new ConnectionSearch(
                user == null ? null : user.toLowerCase(Locale.ROOT),
                address == null ? null : AddressRange.of(address),
                channel,
                protocol,
                written.number("after", 0, 0, Long.MAX_VALUE),
                (int) written.number("limit", USUAL, 1, MOST));
    }

    private static void require(boolean clear) {
        if (!clear) {
            throw new IllegalArgumentException("Not a search");
        }
    }

    boolean isFor(SocketFacts socket) {
        ClientIdentity who = socket.connection().who();
        return (user == null
                        || (who.isUser() && who.id().toLowerCase(Locale.ROOT).contains(user)))
                && (from == null || from.contains(who.address()))
                && (channel == null || channel.equals(socket.connection().door()))
                && (protocol == null || protocol.equals(socket.protocol()));
    }

    /** What stands behind the question mark, each name once. */
    private record Written(Map<String, List<String>> parameters) {

        @Nullable String text(String name) {
            List<String> values = parameters.get(name);
            return values == null ? null : values.get(0);
        }

        long number(String name, long whenUnset, long from, long to) {
            String text = text(name);
            long number = text == null ? whenUnset : Long.parseLong(text);
            require(number >= from && number <= to);
            return number;
        }
    }
}
