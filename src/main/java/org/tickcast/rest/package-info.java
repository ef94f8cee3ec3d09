/**
 * The market for who asks instead of listening: one answer to one request, in the same bytes as the channels. It never
 * touches the board, but asks the tick and waits for it so long and no longer. It decides about nobody's place: whoever
 * shows the token may ask. And below {@code /auth}, tokens for who shows an API key, tickets for who shows a token.
 */
@NullMarked
package org.tickcast.rest;

import org.jspecify.annotations.NullMarked;
