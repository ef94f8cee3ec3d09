package org.tickcast.hub;

import java.time.Instant;

/** Something that one user is to be told, wherever he is. */
record Notification(String id, String user, String from, String text, Instant at) {}
