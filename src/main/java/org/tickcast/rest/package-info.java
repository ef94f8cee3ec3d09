/**
 * The market for who asks instead of listening: one answer to one request, in the same bytes as the channels. It never
 * touches the board, but asks the tick and waits for it so long and no longer. It decides about nobody's place: whoever
 * shows the token may ask. Below {@code /auth}, tokens for who shows an API key and tickets for who shows a token. And
 * the door for who pushes events in, who shows a token of its own: lines are read as they come and go to the feed, and
 * no thread waits for either side.
 */
@NullMarked
package org.tickcast.rest;

import org.jspecify.annotations.NullMarked;
