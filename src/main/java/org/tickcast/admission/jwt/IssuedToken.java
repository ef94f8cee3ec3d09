package org.tickcast.admission.jwt;

import java.time.Instant;

/**
 * A token to hand over.
 *
 * @param text the token itself
 */
public record IssuedToken(String text, String id, Instant expiresAt) {

    /** Without the token, so that no log has it. */
    @Override
    public String toString() {
        return "IssuedToken " + id + " until " + expiresAt;
    }
}
