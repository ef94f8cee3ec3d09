/**
 * Thousands of clients in one process, and what they see of a server: whether they come in, how late and how evenly
 * frames reach them, how they end, and what that costs the server. docs/benchmarks.md tells how to run it.
 *
 * <p>A thread owns its selector, its sockets, its one buffer and its tally; nothing is shared until it is over.
 */
@NullMarked
package org.tickcast.bench.load;

import org.jspecify.annotations.NullMarked;
