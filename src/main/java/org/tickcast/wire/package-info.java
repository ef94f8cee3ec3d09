/**
 * Every byte of the public protocol. It turns what the board shows into the JSON that clients know, and holds the one
 * list of reasons for which a client is refused or closed. It opens no socket and keeps no state.
 */
@NullMarked
package org.tickcast.wire;

import org.jspecify.annotations.NullMarked;
