/**
 * What the market looks like now, and how an event changes it. Plain Java: no threads, no sockets, no JSON, no clock of
 * its own. Money is in VND, never in thousands of it; index levels and futures are in points; time is an
 * {@link java.time.Instant}.
 */
@NullMarked
package org.tickcast.market;

import org.jspecify.annotations.NullMarked;
