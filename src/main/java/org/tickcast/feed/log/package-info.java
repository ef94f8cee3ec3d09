/**
 * One market for several nodes. One of them, who holds the lease, runs the feed and writes what happens to a log; all let
 * happen what is in the log, in its order, and publish a picture where it says so. So they agree on every version.
 *
 * <pre>
 *   feed ──▶ FeedQueue ──▶ FeedKeeper ──▶ log ──▶ FeedKeeper of each node ──▶ Steps ──▶ tick: SharedMarket
 * </pre>
 *
 * <p>The keeper has a thread of its own, the only one that waits for the log.
 */
@NullMarked
package org.tickcast.feed.log;

import org.jspecify.annotations.NullMarked;
