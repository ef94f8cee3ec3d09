/**
 * May this client come in, and may it stay? Who it is, by a token or a ticket; from where, page and address; and whether
 * there is a place left. Plain Java over plain facts: it never sees a request or a socket. A refusal is an answer, not
 * an exception.
 */
@NullMarked
package org.tickcast.admission;

import org.jspecify.annotations.NullMarked;
