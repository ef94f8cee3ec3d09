package org.tickcast.admission.rate;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.LocalBucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Duration;
import java.util.List;

/**
 * What one address or user may still do.
 *
 * <p>Threads: any may take; the rest belongs to {@link Allowances} and its lock.
 */
final class Allowance {

    private final LocalBucket bucket;
    private List<Rate> rates;
    private long lastAsked;

    Allowance(List<Rate> rates, TimeMeter time) {
        LocalBucketBuilder building = new LocalBucketBuilder().withCustomTimePrecision(time);
        rates.forEach(rate -> building.addLimit(rate.bandwidth()));
        this.bucket = building.build();
        this.rates = rates;
        this.lastAsked = time.currentTimeNanos();
    }

    void askedAt(long now) {
        lastAsked = now;
    }

    /** Whether so much time has gone by that the bucket is full: then a new one is as good. */
    boolean isFullAgain(long now) {
        return rates.stream().map(Rate::period).map(Duration::toNanos).allMatch(period -> now - lastAsked >= period);
    }

    /** Another plan takes effect at once. It fills nothing up, so switching to and fro between plans gains nothing. */
    void changeTo(List<Rate> newRates) {
        if (!rates.equals(newRates)) {
            BucketConfiguration configuration = new BucketConfiguration(
                    newRates.stream().map(Rate::bandwidth).toList());
            bucket.replaceConfiguration(configuration, TokensInheritanceStrategy.AS_IS);
            rates = newRates;
        }
    }

    /** What taking one would be answered. */
    RateAnswer look() {
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? new RateAnswer.Allowed(probe.getRemainingTokens())
                : new RateAnswer.Exceeded(
                        Duration.ofNanos(probe.getNanosToWaitForRefill()), probe.getRemainingTokens());
    }

    /** What was used elsewhere is owed, also where there is not so much left. */
    void owe(int count) {
        bucket.consumeIgnoringRateLimits(count);
    }

    RateAnswer takeOne() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? new RateAnswer.Allowed(probe.getRemainingTokens())
                : new RateAnswer.Exceeded(
                        Duration.ofNanos(probe.getNanosToWaitForRefill()), probe.getRemainingTokens());
    }
}
