package org.tickcast.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tickcast.admission.AdmissionCheck;
import org.tickcast.admission.ApiKeys;
import org.tickcast.admission.DrainCheck;
import org.tickcast.admission.EncryptionCheck;
import org.tickcast.admission.OriginCheck;
import org.tickcast.admission.jwt.JwtIssuer;
import org.tickcast.admission.jwt.JwtRules;
import org.tickcast.admission.jwt.TokenDesk;
import org.tickcast.admission.rate.ConnectRate;
import org.tickcast.admission.rate.ConnectRateCheck;
import org.tickcast.rest.AuthGate;
import org.tickcast.wire.CloseCode;

/** The part of the object graph that hands out tokens and tickets. */
@ApplicationScoped
public class IssuingBeans {

    /** What our tokens say of us where nobody has said what they have to. */
    private static final String OURSELVES = "tickcast";

    @Produces
    @Singleton
    SigningSecret signingSecret(AdmissionSettings settings) {
        return SigningSecret.from(settings.auth());
    }

    @Produces
    @Singleton
    TokenDesk tokenDesk(AdmissionSettings settings, SigningSecret secret) {
        AuthSettings auth = settings.auth();
        return new TokenDesk(new ApiKeys(auth.apiKeys()), issuer(auth.jwt().rules(), secret));
    }

    private static @Nullable JwtIssuer issuer(JwtRules rules, SigningSecret secret) {
        return secret.text() == null
                ? null
                : new JwtIssuer(
                        secret.text(),
                        Objects.requireNonNullElse(rules.issuer(), OURSELVES),
                        Objects.requireNonNullElse(rules.audience(), OURSELVES),
                        JwtIssuer.LIFETIME,
                        InstantSource.system(),
                        new SecureRandom());
    }

    @Produces
    @Singleton
    AuthGate authGate(AdmissionSettings settings, DrainCheck drain, EncryptionCheck encryption, NodeBus bus) {
        List<AdmissionCheck> checks = new ArrayList<>();
        checks.add(drain);
        ConnectRate rate = new ConnectRate(settings.tokenRequests(), System::nanoTime, "token-requests", bus.use());
        checks.add(new ConnectRateCheck(rate, CloseCode.TOKEN_RATE));
        checks.add(encryption);
        checks.add(new OriginCheck(settings.origins()));
        return new AuthGate(checks);
    }
}
