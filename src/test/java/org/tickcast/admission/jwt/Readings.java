package org.tickcast.admission.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickcast.testing.SampleMarket.TEN;

import java.util.List;
import org.tickcast.admission.Claims;
import org.tickcast.admission.TokenReading;
import org.tickcast.testing.SettableClock;
import org.tickcast.wire.CloseCode;

/** A reader with all four kinds of key at ten o'clock, and what its readings are. */
final class Readings {

    static final long NOW = TEN.getEpochSecond();
    static final TokenReading INVALID = TokenReading.Rejected.forGood(CloseCode.TOKEN_INVALID);
    static final TokenReading EXPIRED = TokenReading.Rejected.forGood(CloseCode.TOKEN_EXPIRED);

    static final String GOOD = payload("");

    private Readings() {}

    static JwtReader reader(JwtRules rules) {
        return new JwtReader(rules, List.of(allKeys()), new SettableClock(TEN));
    }

    static ConfiguredKeys allKeys() {
        return ConfiguredKeys.of(
                VerificationKey.ofSecret(TestSigner.SECRET),
                VerificationKey.ofPem(TestKeys.pem(TestKeys.RSA.getPublic())),
                VerificationKey.ofPem(TestKeys.pem(TestKeys.P256.getPublic())),
                VerificationKey.ofPem(TestKeys.pem(TestKeys.ED25519.getPublic())));
    }

    /** Lan's, for an hour, with more members in JSON, each with a comma before it. */
    static String payload(String more) {
        return "{\"sub\":\"lan\",\"exp\":" + (NOW + 3_600) + more + "}";
    }

    static Claims claims(TokenReading reading) {
        assertThat(reading).isInstanceOf(TokenReading.Valid.class);
        return ((TokenReading.Valid) reading).claims();
    }
}
