package org.tickcast.admission.rate;

import java.util.List;
import java.util.function.LongSupplier;
import org.tickcast.admission.ClientAddress;

/**
 * How often an address tries to connect, whatever comes of it. Of IPv6 the network counts.
 *
 * <p>Threads: any.
 */
public final class ConnectRate {

    private final List<Rate> rates;
    private final Allowances allowances;

    /**
     * @param nanoTime such as {@link System#nanoTime}
     * @param kind of what attempts
     */
    public ConnectRate(ConnectRateLimits limits, LongSupplier nanoTime, String kind, CommonUse common) {
        this.rates = limits.rates();
        this.allowances = new Allowances(limits.trackedAddresses(), nanoTime, kind, common);
        common.share(kind, allowances);
    }

    /** One of a node that is alone. */
    public ConnectRate(ConnectRateLimits limits, LongSupplier nanoTime) {
        this(limits, nanoTime, "connects", CommonUse.ofOne());
    }

    /** Asks for one attempt, which counts unless it is one too many. */
    public RateAnswer attempt(ClientAddress address) {
        return allowances.takeOne(address.limitKey(), rates);
    }

    /** Of how many addresses attempts are counted now. */
    public int trackedAddresses() {
        return allowances.size();
    }
}
