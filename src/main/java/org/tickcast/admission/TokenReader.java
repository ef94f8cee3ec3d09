package org.tickcast.admission;

/**
 * Knows one kind of token. Whatever the text is, the answer is a reading and never an exception, it comes at once, and
 * no part of the text is in it.
 *
 * <p>Threads: any.
 */
@FunctionalInterface
public interface TokenReader {

    TokenReading read(String token);
}
