package org.tickcast.socket;

import java.time.Instant;

/**
 * What an operator has to say to one client.
 *
 * @param from what the client is told the operator is called
 */
public record OperatorWords(String from, String text, Instant at) {}
