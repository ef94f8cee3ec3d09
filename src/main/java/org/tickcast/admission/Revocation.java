package org.tickcast.admission;

import java.time.Instant;

/** What an operator takes back. None of these can be about nobody, for then its author has made a mistake. */
public sealed interface Revocation {

    /** All tokens of this user, or the configured token of this name, that were issued before a moment. */
    record OfUser(String user, Instant issuedBefore) implements Revocation {

        public OfUser {
            ClaimText.checked("user id", user, Claims.LONGEST_SUBJECT);
        }
    }

    /** One token, by the id that its issuer has given it. */
    record OfToken(String tokenId) implements Revocation {

        public OfToken {
            ClaimText.checked("token id", tokenId, Claims.LONGEST_TOKEN_ID);
        }
    }

    /** All signed tokens, whoever holds them, that were issued before a moment. */
    record OfEverybody(Instant issuedBefore) implements Revocation {}
}
