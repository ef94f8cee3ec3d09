package org.tickcast.hub;

import java.time.Duration;
import org.tickcast.wire.HubError;

/**
 * Hears what the hub does, for those who count it. Called with nothing to wait for; it never throws. What goes over the
 * bus is heard by the listener of each node. Who falls too far behind is closed, and so heard of as any other who is.
 */
public interface HubListener {

    HubListener NONE = new HubListener() {};

    /** A client's message of this type made sense. */
    default void heard(String type) {}

    /** A client was told why not. */
    default void refused(HubError error) {}

    /** Something was said in a room, by a client or over HTTP, and has been so long on its way to the members. */
    default void said(String type, Duration onItsWay) {}

    /** Somebody was notified of something, which is kept until he acknowledges it. */
    default void notified() {}

    /** So many notifications were given up for want of room before anybody had acknowledged them. */
    default void notificationsDropped(int dropped) {}

    /** Something was told to everybody who is there. */
    default void announced() {}

    /** Somebody who is no client has published something; whether it made sense here. */
    default void outsider(boolean understood) {}

    /** So many rooms there are now, and so many users who are online on any node. Told at each tick. */
    default void counted(int rooms, int online) {}

    /** Something came over the bus that no hub has said. */
    default void notAnEvent(String words) {}
}
