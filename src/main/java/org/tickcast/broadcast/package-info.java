/**
 * From a change on the board to frames on their way to any number of readers, each at its own pace. Plain Java: it
 * knows neither sockets nor threads, only subscribers that take frames.
 */
@NullMarked
package org.tickcast.broadcast;

import org.jspecify.annotations.NullMarked;
