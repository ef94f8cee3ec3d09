package org.tickcast.hub;

import java.util.List;
import java.util.function.Consumer;

/** Does the same for each of many clients, with as many threads as pays, and is back when it is done for all. */
public interface ManyHands {

    /** One thread does it all. */
    ManyHands ONE = List::forEach;

    void toAll(List<HubClient> clients, Consumer<HubClient> each);
}
