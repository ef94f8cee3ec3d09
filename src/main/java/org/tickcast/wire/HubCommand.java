package org.tickcast.wire;

import org.jspecify.annotations.Nullable;

/** What a client of {@code /ws} wants. Who it is from and when it came is not in it: the server knows better. */
public sealed interface HubCommand {

    void accept(HubCommandHandler handler);

    /** @param since the last message it has seen there; null when it wants none of what was said before */
    record JoinRoom(String room, @Nullable String since) implements HubCommand {

        @Override
        public void accept(HubCommandHandler handler) {
            handler.join(this);
        }
    }

    record LeaveRoom(String room) implements HubCommand {

        @Override
        public void accept(HubCommandHandler handler) {
            handler.leave(this);
        }
    }

    /** @param type {@code chat} or {@code room_message}, which mean the same and are told on as they came */
    record Say(String type, String room, String text) implements HubCommand {

        @Override
        public void accept(HubCommandHandler handler) {
            handler.say(this);
        }
    }

    record Typing(String room, boolean typing) implements HubCommand {

        @Override
        public void accept(HubCommandHandler handler) {
            handler.typing(this);
        }
    }

    record Ping() implements HubCommand {

        @Override
        public void accept(HubCommandHandler handler) {
            handler.ping(this);
        }
    }

    /** A pong, to a ping that nobody sent: some clients do. */
    record Pong() implements HubCommand {

        @Override
        public void accept(HubCommandHandler handler) {
            // It keeps the connection busy, which is all it is for.
        }
    }

    record AckNotification(String id) implements HubCommand {

        @Override
        public void accept(HubCommandHandler handler) {
            handler.ackNotification(this);
        }
    }

    /**
     * @param after what was said after this message; null for no such bound
     * @param before what was said before it
     * @param limit how many at most; 0 for as many as a page has
     */
    record History(
            String room, @Nullable String after, @Nullable String before, int limit) implements HubCommand {

        @Override
        public void accept(HubCommandHandler handler) {
            handler.history(this);
        }
    }

    /** @param after the rooms behind this one; null for the first page */
    record ListRooms(@Nullable String after) implements HubCommand {

        @Override
        public void accept(HubCommandHandler handler) {
            handler.listRooms(this);
        }
    }

    record Members(String room, @Nullable String after) implements HubCommand {

        @Override
        public void accept(HubCommandHandler handler) {
            handler.members(this);
        }
    }

    /** @param watch whether to be told each change from now on */
    record Presence(String room, boolean watch) implements HubCommand {

        @Override
        public void accept(HubCommandHandler handler) {
            handler.presence(this);
        }
    }

    /**
     * Nothing that makes sense.
     *
     * @param words for whoever wrote the client
     * @param room the room it was about, when that much was clear
     */
    record Refused(HubError error, String words, @Nullable String room) implements HubCommand {

        @Override
        public void accept(HubCommandHandler handler) {
            handler.refused(this);
        }
    }
}
