/**
 * May this client come in, and may it stay? Plain Java over plain facts: it sees an address and a token, never a
 * request or a socket. A refusal is an answer, not an exception, and no answer repeats a token.
 */
@NullMarked
package org.tickcast.admission;

import org.jspecify.annotations.NullMarked;
