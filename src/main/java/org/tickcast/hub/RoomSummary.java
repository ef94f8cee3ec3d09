package org.tickcast.hub;

/** A room in a list. */
public record RoomSummary(RoomSpec room, int members, int online) {}
