package org.tickcast.hub;

import java.lang.System.Logger.Level;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.tickcast.cluster.Bus;

/**
 * The secret by which all nodes call guests, where nobody has set one. Each proposes one of its own, and the first that is
 * heard on the bus is everybody's. Until then, and where the bus reaches nobody, a node goes by its own.
 *
 * <p>Threads: the bus calls it, one call after the other.
 */
public final class GuestSecret implements Bus.Listener {

    static final String TOPIC = "guests";

    private static final System.Logger LOG = System.getLogger(GuestSecret.class.getName());
    private static final int BYTES = 32;
    private static final Pattern WRITTEN = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

    private final Bus bus;
    private final GuestNames names;

    /** The one by which this node goes. */
    private String secret;

    /** Whether all go by it. */
    private volatile boolean common;

    private boolean saidThatItIsNone;

    public GuestSecret(Bus bus, RandomGenerator random) {
        byte[] own = new byte[BYTES];
        random.nextBytes(own);
        this.bus = bus;
        this.names = new GuestNames(own);
        this.secret = HexFormat.of().formatHex(own);
    }

    public GuestNames names() {
        return names;
    }

    /** From now on it hears the others. */
    public Bus.Subscription join() {
        return bus.subscribe(TOPIC, this);
    }

    @Override
    public void hear(String message) {
        if (!WRITTEN.matcher(message).matches()) {
            skip();
        } else if (!common) {
            secret = message;
            common = true;
            names.goBy(HexFormat.of().parseHex(message));
        }
    }

    private void skip() {
        if (!saidThatItIsNone) {
            saidThatItIsNone = true;
            LOG.log(
                    Level.WARNING,
                    "What was heard where nodes agree what guests are called is none of ours, and is skipped");
        }
    }

    @Override
    public List<String> known() {
        return common ? List.of(secret) : List.of();
    }

    /** Others may have agreed without this node: then theirs is the one, which comes first. */
    @Override
    public void learn(List<String> known) {
        common = false;
        known.forEach(this::hear);
    }

    @Override
    public void together() {
        if (!common) {
            bus.publish(TOPIC, secret);
        }
    }
}
