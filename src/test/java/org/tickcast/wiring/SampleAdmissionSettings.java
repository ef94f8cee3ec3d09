package org.tickcast.wiring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.admission.ForwardingHeader;
import org.tickcast.admission.OriginRules;
import org.tickcast.admission.Plan;
import org.tickcast.admission.Plans;
import org.tickcast.admission.TrustedProxies;
import org.tickcast.admission.jwt.JwtRules;
import org.tickcast.admission.rate.BreachLimits;
import org.tickcast.admission.rate.ConnectRateLimits;
import org.tickcast.socket.RejectModes;

/** What is read of admission when nothing is set. */
final class SampleAdmissionSettings {

    static final AdmissionSettings DEFAULTS = new AdmissionSettings(
            new AdmissionLimits(10_000, 5, Duration.ofSeconds(10)),
            256,
            new Plans(
                    new Plan(5, 10, 100),
                    Map.of(
                            "free", new Plan(2, 10, 100),
                            "professional", new Plan(10, 20, 1_000),
                            "enterprise", new Plan(50, 200, 10_000))),
            new ConnectRateLimits(60, 0, 100_000),
            new ConnectRateLimits(30, 0, 100_000),
            new ConnectRateLimits(30, 0, 100_000),
            new BreachLimits(3, Duration.ofMinutes(1)),
            new OriginRules(List.of(), false),
            new TrustedProxies(List.of(), Set.of(ForwardingHeader.X_FORWARDED_FOR)),
            false,
            new RejectModes(Set.of()),
            new AuthSettings(
                    null,
                    List.of(),
                    ApiKeySettings.DEVELOPMENT,
                    new JwtSettings(JwtRules.DEFAULTS, null, List.of(), null),
                    Set.of(),
                    true,
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30)),
            false);

    private SampleAdmissionSettings() {}
}
