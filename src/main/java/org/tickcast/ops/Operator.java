package org.tickcast.ops;

import java.security.Principal;
import org.tickcast.admission.ClientIdentity;

/** Who asks something below {@code /admin}, and may. */
record Operator(ClientIdentity who) implements Principal {

    @Override
    public String getName() {
        return who.id();
    }
}
