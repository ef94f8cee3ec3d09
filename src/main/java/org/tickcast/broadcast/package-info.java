/**
 * From a change on the board to frames on their way to any number of readers, each at its own pace. Plain Java: it
 * knows neither sockets nor threads, only subscribers that take frames.
 *
 * <p>Subscribers take whole frames through a {@link org.tickcast.broadcast.Mailbox}; readers, who speak
 * {@code tickcast.v1}, take steps from the picture they have to the newest through an
 * {@link org.tickcast.broadcast.Outbox}.
 */
@NullMarked
package org.tickcast.broadcast;

import org.jspecify.annotations.NullMarked;
