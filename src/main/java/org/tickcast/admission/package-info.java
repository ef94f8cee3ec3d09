/**
 * May this client come in, and may it stay? Plain Java over plain facts: it sees an address, an origin, what headers
 * say and a token, never a request or a socket. It asks no name server. A refusal is an answer, not an exception.
 */
@NullMarked
package org.tickcast.admission;

import org.jspecify.annotations.NullMarked;
