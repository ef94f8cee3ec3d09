/**
 * What in the market deserves a word. Plain Java over the facts of {@code market}: it has no threads, no clock of its own
 * (time is that of the events) and no way to anybody's screen.
 *
 * <p>The board tells the {@link org.tickcast.market.alert.AlertDesk}, its listener, after each event, with what it then
 * knows:
 *
 * <ul>
 *   <li>{@code traded}: after a trade in a stock, with the stock's band;
 *   <li>{@code flowed}: after a report of foreign investors' totals;
 *   <li>{@code moved}: after the basis has changed, by a trade in the active future or by its index.
 * </ul>
 *
 * <p>The desk asks each {@link org.tickcast.market.alert.AlertRule}, lets the {@link org.tickcast.market.alert.AlertBook}
 * drop what it has just said, and hands back the alerts that are new, for whoever sends them on. At the end of the day
 * it forgets everything.
 */
@NullMarked
package org.tickcast.market.alert;

import org.jspecify.annotations.NullMarked;
