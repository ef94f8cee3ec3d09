package org.tickcast.admission;

import java.util.List;

/**
 * Somebody wants to come in.
 *
 * @param arrival from where, and how they have addressed us
 * @param door what they want to come in to: the name of a channel, {@code api}, {@code auth}, {@code admin} or {@code metrics}
 * @param origins the Origin headers, all of them
 * @param shown what they show
 */
public record Attempt(Arrival arrival, String door, List<String> origins, Credential shown) {

    /** Where requests below {@code /api} come in. */
    public static final String API = "api";

    /** Where tokens and tickets are handed out, below {@code /auth}. */
    public static final String AUTH = "auth";

    /** Where operators come in. */
    public static final String ADMIN = "admin";

    /** Where figures are read. */
    public static final String METRICS = "metrics";

    public Attempt {
        origins = List.copyOf(origins);
    }

    public ClientAddress address() {
        return arrival.client();
    }

    /** Without what is shown, so that no log has it. */
    @Override
    public String toString() {
        return "Attempt on " + door + " from " + address() + " with " + shown;
    }
}
