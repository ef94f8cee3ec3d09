package org.tickcast.admission;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to come in.
 *
 * @param token what they show, or null when they show nothing
 */
public record Attempt(ClientAddress address, @Nullable String token) {

    /** Without the token, so that no log has it. */
    @Override
    public String toString() {
        return "Attempt from " + address + (token == null ? " without a token" : " with a token");
    }
}
