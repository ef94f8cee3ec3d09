package org.tickcast.admission;

/** Where a client comes from, as its limits count it. */
public record ClientAddress(String text) {

    public ClientAddress {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A client has an address");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
