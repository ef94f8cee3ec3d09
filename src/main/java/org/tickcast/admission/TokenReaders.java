package org.tickcast.admission;

import java.util.List;
import org.tickcast.wire.CloseCode;

/**
 * One reader after the other, until one knows the token. What nobody knows is not valid, so here the answer is never
 * {@link TokenReading.Unknown}. Configured tokens come first: comparing them is cheap.
 *
 * <p>Threads: any.
 */
public final class TokenReaders implements TokenReader {

    private static final TokenReading NOBODY_KNOWS = TokenReading.Rejected.forGood(CloseCode.TOKEN_INVALID);

    private final List<TokenReader> readers;

    public TokenReaders(List<? extends TokenReader> readers) {
        this.readers = List.copyOf(readers);
    }

    @Override
    public TokenReading read(String token) {
        for (TokenReader reader : readers) {
            TokenReading reading = reader.read(token);
            if (!(reading instanceof TokenReading.Unknown)) {
                return reading;
            }
        }
        return NOBODY_KNOWS;
    }
}
