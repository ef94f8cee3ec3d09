package org.tickcast.admission;

/**
 * A configured token.
 *
 * @param name who shows it; for a shared one, what we call it
 * @param sharedByMany whether many show it, so that only their addresses tell them apart
 */
public record StaticToken(String name, Token token, Grants grants, boolean sharedByMany) {

    public StaticToken {
        ClaimText.checked("token's name", name, Claims.LONGEST_SUBJECT);
    }

    /** The one token of a small house. */
    public static StaticToken shared(Token token) {
        return new StaticToken("shared", token, Grants.PLAIN, true);
    }

    Claims claims() {
        TokenKind kind = sharedByMany ? TokenKind.SHARED : TokenKind.STATIC;
        return new Claims(kind, name, grants, null, null, null);
    }
}
