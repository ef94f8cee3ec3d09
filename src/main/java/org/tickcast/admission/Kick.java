package org.tickcast.admission;

import java.time.Instant;

/** That a user has to go from wherever he is. Whoever comes back after that moment may stay. */
public record Kick(String user, Instant until) {

    public Kick {
        ClaimText.checked("user id", user, Claims.LONGEST_SUBJECT);
    }

    /** Whether it is about this client, who came at that moment. */
    public boolean concerns(ClientIdentity who, Instant since) {
        return who.isUser() && who.id().equals(user) && !since.isAfter(until);
    }
}
