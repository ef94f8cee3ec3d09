package org.tickcast.admission.rate;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tickcast.cluster.Bus;
import org.tickcast.cluster.LocalBus;
import org.tickcast.cluster.NodeId;
import org.tickcast.wire.BadJson;

/**
 * What is used up of an allowance on one node is used up on all, a moment later. Nobody waits for that: a node decides by
 * what it knows, and tells the others a few times a second what was used since. What they hear too late is owed, so over
 * any longer time nobody gets more by using several nodes; in one such moment he gets what each of them allows.
 *
 * <p>While a node is alone it tells nothing, and afterwards nothing of that time.
 *
 * <p>Threads: any.
 */
public final class CommonUse implements Bus.Listener {

    /** How often the others are to be told. */
    public static final Duration EVERY = Duration.ofMillis(250);

    static final String TOPIC = "use";

    private static final System.Logger LOG = System.getLogger(CommonUse.class.getName());

    /** What more have used between two times of telling counts here only. */
    private static final int MOST_SPENDERS = 10_000;

    private final Bus bus;
    private final NodeId node;
    private final Map<String, Allowances> kinds = new ConcurrentHashMap<>();
    private final AtomicBoolean saidThatItMakesNoSense = new AtomicBoolean();

    @GuardedBy("this") private Map<Use.Spender, Integer> used = new HashMap<>();

    @GuardedBy("this") private boolean alone = true;

    public CommonUse(Bus bus, NodeId node) {
        this.bus = bus;
        this.node = node;
    }

    /** For a node that has no others. */
    public static CommonUse ofOne() {
        return new CommonUse(new LocalBus(), new NodeId("one"));
    }

    /** From now on it hears the others, who hear it. */
    public Bus.Subscription join() {
        return bus.subscribe(TOPIC, this);
    }

    /** Allowances of this kind are used up in common. */
    void share(String kind, Allowances allowances) {
        kinds.put(kind, allowances);
    }

    synchronized void used(String kind, String key, List<Rate> rates) {
        Use.Spender spender = new Use.Spender(kind, key, rates);
        if (!alone && (used.size() < MOST_SPENDERS || used.containsKey(spender))) {
            used.merge(spender, 1, Integer::sum);
        }
    }

    /** Tells the others what was used since the last time. */
    public void tell() {
        new Use(node.value(), takeUsed()).messages().forEach(message -> bus.publish(TOPIC, message));
    }

    private synchronized Map<Use.Spender, Integer> takeUsed() {
        Map<Use.Spender, Integer> since = used;
        used = new HashMap<>();
        return since;
    }

    @Override
    public void hear(String message) {
        try {
            Use use = Use.read(message);
            if (!use.node().equals(node.value())) {
                use.used().forEach(this::charge);
            }
        } catch (BadJson | IllegalArgumentException notOurs) {
            if (saidThatItMakesNoSense.compareAndSet(false, true)) {
                LOG.log(Level.WARNING, "What other nodes say of limits makes no sense here, and is passed over");
            }
        }
    }

    private void charge(Use.Spender spender, int count) {
        Allowances allowances = kinds.get(spender.kind());
        if (allowances != null) {
            allowances.usedElsewhere(spender.key(), spender.rates(), count);
        }
    }

    @Override
    public synchronized void alone() {
        alone = true;
        used = new HashMap<>();
    }

    @Override
    public synchronized void together() {
        alone = false;
    }
}
