/**
 * What goes over one client's connection, in the best form that the server has for it. The portable form needs nothing
 * but the WebSocket API; the others send the bytes of a message that were written once for everybody, and can cut a
 * connection that has come to a standstill. Only here are classes of a server named.
 */
@NullMarked
package org.tickcast.socket.line;

import org.jspecify.annotations.NullMarked;
