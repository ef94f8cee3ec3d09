package org.tickcast.rest;

import java.util.function.LongSupplier;
import org.tickcast.feed.Metronome;

/**
 * Whose time it costs when a producer has to wait, or has taken too much of the server's own.
 *
 * @param waiting looks whether there is room again, and then goes on reading; not the metronome of the tick, which may
 *     be what is waited for
 * @param nanoClock tells for how long it has been waiting
 */
public record IngestThreads(Metronome waiting, LongSupplier nanoClock) {}
