package org.tickcast.cluster;

/**
 * What was written to a {@link FeedLog} at once.
 *
 * @param text as it was given; empty at the beginning of a generation, whose text is its checkpoint
 */
public record LogEntry(LogPosition at, String text) {}
