/**
 * Every byte of the public protocol. It turns what the board shows into the JSON that clients know, and holds the one
 * list of reasons for which a client is refused or closed. It opens no socket. The one thing in here that
 * remembers anything, the {@link org.tickcast.wire.Picture} of a channel, belongs to whoever made it.
 */
@NullMarked
package org.tickcast.wire;

import org.jspecify.annotations.NullMarked;
