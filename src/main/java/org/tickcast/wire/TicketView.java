package org.tickcast.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A ticket for who has shown a token.
 *
 * @param expiresIn in seconds
 */
@JsonbPropertyOrder({"ticket", "expiresIn"})
public record TicketView(String ticket, long expiresIn) {

    /** Without the ticket, so that no log has it. */
    @Override
    public String toString() {
        return "TicketView for " + expiresIn + " s";
    }
}
