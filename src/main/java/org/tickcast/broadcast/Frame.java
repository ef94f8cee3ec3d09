package org.tickcast.broadcast;

import org.tickcast.wire.Channel;

/**
 * What one channel says at one version of the board, written once and sent to everybody.
 *
 * @param version the version of the board that the text shows; a higher one replaces it entirely
 */
public record Frame(Channel channel, long version, String text) {}
