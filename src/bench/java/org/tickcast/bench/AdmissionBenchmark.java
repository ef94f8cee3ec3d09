package org.tickcast.bench;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tickcast.admission.AddressCapacityCheck;
import org.tickcast.admission.Admission;
import org.tickcast.admission.AdmissionLimits;
import org.tickcast.admission.AdmissionListener;
import org.tickcast.admission.Arrival;
import org.tickcast.admission.Attempt;
import org.tickcast.admission.ClientAddress;
import org.tickcast.admission.Credential;
import org.tickcast.admission.DrainCheck;
import org.tickcast.admission.EncryptionCheck;
import org.tickcast.admission.IdentityCheck;
import org.tickcast.admission.LeaseBook;
import org.tickcast.admission.OriginCheck;
import org.tickcast.admission.OriginRules;
import org.tickcast.admission.Plan;
import org.tickcast.admission.Plans;
import org.tickcast.admission.Revocations;
import org.tickcast.admission.ServerCapacityCheck;
import org.tickcast.admission.TicketBook;
import org.tickcast.admission.TokenReader;
import org.tickcast.admission.TokenReading;
import org.tickcast.admission.Verdict;
import org.tickcast.admission.jwt.ConfiguredKeys;
import org.tickcast.admission.jwt.JwtReader;
import org.tickcast.admission.jwt.JwtRules;
import org.tickcast.admission.rate.ConnectRate;
import org.tickcast.admission.rate.ConnectRateCheck;
import org.tickcast.admission.rate.ConnectRateLimits;

/** What it costs us to look at a token, to let somebody in, and to refuse somebody; without the container's part. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Benchmark)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class AdmissionBenchmark {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final ClientAddress FULL = new ClientAddress("192.0.2.1");
    private static final ClientAddress FREE = new ClientAddress("192.0.2.2");

    @Param({"HS256", "RS256", "ES256"})
    String algorithm = "HS256";

    private final LeaseBook leases = new LeaseBook(
            new AdmissionLimits(1_000, 1, Duration.ofSeconds(10)), new Plans(new Plan(5, 10, 100), Map.of()), CLOCK);
    private String token = "";

    @SuppressWarnings("NullAway.Init") // JMH calls the setup first.
    private TokenReader reader;

    @SuppressWarnings("NullAway.Init") // JMH calls the setup first.
    private Admission admission;

    @Setup
    public void buildTheDoor() throws GeneralSecurityException {
        SignedTokens signed = SignedTokens.by(algorithm);
        token = signed.token();
        reader = new JwtReader(JwtRules.DEFAULTS, List.of(ConfiguredKeys.of(signed.key())), CLOCK);
        // Its clock goes on by a millisecond with each attempt, so that no number of them is too many.
        AtomicLong nanoTime = new AtomicLong();
        ConnectRate rate =
                new ConnectRate(new ConnectRateLimits(1_000_000, 0, 1_000), () -> nanoTime.addAndGet(1_000_000));
        admission = new Admission(
                List.of(
                        new DrainCheck(),
                        new ServerCapacityCheck(leases),
                        new ConnectRateCheck(rate),
                        new AddressCapacityCheck(leases),
                        new EncryptionCheck(true),
                        new OriginCheck(new OriginRules(List.of("https://app.example.com"), false))),
                new IdentityCheck(
                        reader,
                        new TicketBook(Duration.ofSeconds(30), CLOCK, new SecureRandom()),
                        new Revocations(),
                        Set.of()),
                leases,
                AdmissionListener.NONE);
        if (!(admission.decide(attempt(FULL, token)) instanceof Verdict.Admitted)) {
            throw new IllegalStateException("The only place was not given");
        }
    }

    @Benchmark
    public TokenReading readToken() {
        return reader.read(token);
    }

    @Benchmark
    public Verdict admittedAndReleased() {
        Verdict verdict = admission.decide(attempt(FREE, token));
        ((Verdict.Admitted) verdict).lease().release();
        return verdict;
    }

    /** A token with a signature that does not fit, which costs us as much as one that does. */
    @Benchmark
    public Verdict.Refused refusedForItsToken() {
        return (Verdict.Refused) admission.decide(attempt(FREE, token.substring(0, token.length() - 8) + "AAAAAAAA"));
    }

    @Benchmark
    public Verdict.Refused refusedForItsAddress() {
        return (Verdict.Refused) admission.decide(attempt(FULL, token));
    }

    private static Attempt attempt(ClientAddress address, String token) {
        return new Attempt(
                new Arrival(address, true, "market.example"),
                "market",
                List.of("https://app.example.com"),
                new Credential.Token(token));
    }
}
