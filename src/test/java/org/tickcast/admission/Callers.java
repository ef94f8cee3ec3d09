package org.tickcast.admission;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those who want to come in, in the tests of admission. */
final class Callers {

    static final ClientAddress HERE = new ClientAddress("192.0.2.1");
    static final ClientAddress THERE = new ClientAddress("192.0.2.2");
    static final Plans PLANS = new Plans(new Plan(5, 10, 100), Map.of("free", new Plan(2, 10, 100)));

    private Callers() {}

    static AdmissionLimits limits(int perAddress) {
        return new AdmissionLimits(1_000, perAddress, Duration.ofSeconds(10));
    }

    static ClientIdentity from(ClientAddress address) {
        return ClientIdentity.knownByAddress(address);
    }

    static Claims claims(String user, Grants grants) {
        return new Claims(TokenKind.JWT, user, grants, null, null, null);
    }

    static Claims issuedAt(Instant moment, String user, String tokenId) {
        return new Claims(TokenKind.JWT, user, Grants.PLAIN, moment, null, tokenId);
    }

    static Attempt attempt(ClientAddress address, @Nullable String token) {
        return attempt(
                address, token == null || token.isEmpty() ? new Credential.Nothing() : new Credential.Token(token));
    }

    /** By a page of our own, on the market. */
    static Attempt attempt(ClientAddress address, Credential shown) {
        return new Attempt(
                new Arrival(address, false, "tickcast.example"), "market", List.of("http://tickcast.example"), shown);
    }
}
