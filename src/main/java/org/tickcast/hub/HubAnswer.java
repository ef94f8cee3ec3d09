package org.tickcast.hub;

import org.tickcast.wire.HubError;

/** What came of something that was asked of the hub from inside the server. */
public sealed interface HubAnswer<T> {

    record Done<T>(T value) implements HubAnswer<T> {}

    record Refused<T>(HubError error) implements HubAnswer<T> {}
}
