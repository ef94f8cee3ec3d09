package org.tickcast.cluster;

/**
 * What everything up to a place in a {@link FeedLog} comes to.
 *
 * @param at the last entry that is in it
 * @param state belongs to whoever is given it, and is not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and too large to be copied for nothing.
public record Checkpoint(LogPosition at, byte[] state) {}
