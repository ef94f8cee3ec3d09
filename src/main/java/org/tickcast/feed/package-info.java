/**
 * Where market events come from. A feed runs at its own pace and only puts events into an inbox; it never touches the
 * board or a client.
 */
@NullMarked
package org.tickcast.feed;

import org.jspecify.annotations.NullMarked;
