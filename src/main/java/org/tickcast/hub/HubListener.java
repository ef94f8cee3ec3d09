package org.tickcast.hub;

import org.tickcast.wire.HubError;

/** Hears what the hub does, for those who count it. Called with nothing to wait for; it never throws. */
public interface HubListener {

    HubListener NONE = new HubListener() {};

    /** A client's message of this type made sense. */
    default void heard(String type) {}

    /** A client was told why not. */
    default void refused(HubError error) {}

    /** Something came over the bus that no hub has said. */
    default void notAnEvent(String words) {}
}
