/**
 * Where everything meets the container: the handshake, the three endpoints, and the one send that each socket has in
 * flight. Endpoints are thin: they decode, call one method, and return.
 */
@NullMarked
package org.tickcast.socket;

import org.jspecify.annotations.NullMarked;
