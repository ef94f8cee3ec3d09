package org.tickcast.hub;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What goes over the bus: something that is so for all nodes once they have heard it. */
sealed interface HubEvent {

    void accept(HubEventHandler handler);

    /**
     * Who asked, and is to be told what came of it.
     *
     * @param socket its number on its node
     * @param request the type of its message
     */
    record Origin(
            String node,
            long socket,
            String request,
            @MayBeMissing @Nullable String messageId) {}

    /** Why somebody is no longer a member. */
    enum Parting {
        LEFT,
        REMOVED,
        ABSENT
    }

    /** @param epoch tells this room from one before it with the same id */
    record RoomMade(RoomSpec room, @MayBeMissing @Nullable String owner, String epoch) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.roomMade(this);
        }
    }

    record RoomDeleted(String room) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.roomDeleted(this);
        }
    }

    record MemberJoined(
            String room,
            String user,
            RoomRole role,
            @MayBeMissing @Nullable String since,
            @MayBeMissing @Nullable Origin origin)
            implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.memberJoined(this);
        }
    }

    record MemberLeft(
            String room,
            String user,
            Parting how,
            @MayBeMissing @Nullable Origin origin) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.memberLeft(this);
        }
    }

    record MemberAppointed(String room, String user, RoomRole role) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.memberAppointed(this);
        }
    }

    /** @param outsider whether its sender may write without being a member */
    record Said(
            String type,
            String room,
            String user,
            String text,
            boolean outsider,
            @MayBeMissing @Nullable Origin origin,
            Instant at)
            implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.said(this);
        }
    }

    record Typed(String room, String user, boolean typing) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.typed(this);
        }
    }

    record Notified(Notification notification) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.notified(this);
        }
    }

    record NotificationAcknowledged(String user, String id) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.notificationAcknowledged(this);
        }
    }

    /** Something for everybody who is there. */
    record Announced(String id, String from, String text, Instant at) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.announced(this);
        }
    }

    /**
     * How many sockets a user has on a node.
     *
     * @param opened the number of the one that has just been opened; 0 when none has
     */
    record DevicesChanged(String node, String user, int count, long opened) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.devicesChanged(this);
        }
    }

    record NodeAlive(String node) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.nodeAlive(this);
        }
    }

    record NodeGone(String node) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.nodeGone(this);
        }
    }

    /** A room has counted up to this number; said of what is known, never of what happens. */
    record Counted(String room, long last) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.counted(this);
        }
    }

    /** What was said in a room, under its number; said of what is known, never of what happens. */
    record Remembered(
            String room,
            long number,
            String type,
            String user,
            String text,
            @MayBeMissing @Nullable String messageId,
            Instant at)
            implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.remembered(this);
        }
    }

    /** What a user's message was answered, should it come again; said of what is known, never of what happens. */
    record Answered(String user, String messageId, String digest, String epoch, long number, Instant at, Instant heard)
            implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.answered(this);
        }
    }

    /** Whether it says how things are at a moment, and nothing once that is over. */
    default boolean isOfTheMoment() {
        return this instanceof Typed
                || this instanceof Announced
                || this instanceof DevicesChanged
                || this instanceof NodeAlive
                || this instanceof NodeGone
                || this instanceof NodeAsked;
    }

    /** Somebody does not know who is on this node. */
    record NodeAsked(String node) implements HubEvent {

        @Override
        public void accept(HubEventHandler handler) {
            handler.nodeAsked(this);
        }
    }
}
