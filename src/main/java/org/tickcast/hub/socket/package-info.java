/**
 * Where the hub meets the container: its socket, and what waits for a client of it. Everything else of a socket's life is
 * that of all sockets.
 */
@NullMarked
package org.tickcast.hub.socket;

import org.jspecify.annotations.NullMarked;
