package org.tickcast.broadcast;

import org.tickcast.wire.Channel;
import org.tickcast.wire.TextMessage;

/**
 * What one channel says, written once and sent to everybody; or what it answers one reader.
 *
 * @param version of a snapshot, the version of the board that it shows; of a status, the number of the change; of an
 *     alert, its number; of a reply, nothing. A snapshot or a status replaces every older one of its kind entirely
 */
public record Frame(Channel channel, Kind kind, long version, TextMessage message) {

    /** Lines of news that do not replace each other. */
    public enum Kind {
        /** The whole of what the channel shows. */
        SNAPSHOT,
        /** Whether the market still reaches us. */
        STATUS,
        /** One alert, which no later one makes worthless. */
        ALERT,
        /** An answer to what this one reader has asked. */
        REPLY
    }

    public Frame(Channel channel, Kind kind, long version, String text) {
        this(channel, kind, version, new TextMessage(text));
    }

    /** A snapshot. */
    public Frame(Channel channel, long version, String text) {
        this(channel, Kind.SNAPSHOT, version, text);
    }

    /** An answer to one reader. */
    public static Frame reply(Channel channel, String text) {
        return new Frame(channel, Kind.REPLY, 0, text);
    }

    public String text() {
        return message.text();
    }
}
