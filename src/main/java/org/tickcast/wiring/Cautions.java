package org.tickcast.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What is allowed, may be meant, and should still be said in the log at each start. */
final class Cautions {

    private Cautions() {}

    static List<String> of(GatewaySettings settings) {
        AdmissionSettings admission = settings.admission();
        List<String> cautions = new ArrayList<>(settings.unknownNames());
        if (settings.prod() && !admission.encryptedOnly()) {
            cautions.add("Connections need not be encrypted (tickcast.admission.encrypted-only is false):"
                    + " whoever is on the way can read tokens");
        }
        if (admission.origins().allowEveryOrigin()) {
            cautions.add("Pages from every origin may connect (tickcast.origins has *)");
        }
        if (!admission.auth().openDoors().isEmpty()) {
            cautions.add("Pages need no token for "
                    + String.join(", ", new TreeSet<>(admission.auth().openDoors())) + " (tickcast.auth.anonymous)");
        }
        RedisSettings redis = settings.redis();
        if (redis.keys() != null && redis.outsideChannel() != null) {
            cautions.add("What is published on " + redis.outsideChannel()
                    + " is passed on to clients though nobody has sealed it (tickcast.redis.outside-channel)");
        }
        return cautions;
    }
}
