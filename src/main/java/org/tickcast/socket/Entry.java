package org.tickcast.socket;

import java.time.Instant;
import org.tickcast.wire.Door;

/**
 * How a client has come in.
 *
 * @param protocol what it speaks, one of a few names
 * @param at when its socket was open
 */
record Entry(Door door, String protocol, Instant at) {}
