package org.tickcast.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a tape stands at one moment.
 *
 * @param position the time of the event that was played last, as it is on the tape; null before the first
 * @param paused whether it stands still because somebody said so
 * @param ended whether it is at its end, and nobody has sought another moment since
 */
public record TapeState(@Nullable Instant position, boolean paused, boolean ended) {}
