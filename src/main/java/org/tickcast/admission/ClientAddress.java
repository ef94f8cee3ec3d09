package org.tickcast.admission;

/** Where a client comes from. */
public record ClientAddress(String text) {

    /** One customer of one provider has at least this much of IPv6, and all of the addresses behind it. */
    private static final int BITS_OF_A_NETWORK = 64;

    public ClientAddress {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A client has an address");
        }
    }

    static ClientAddress of(IpAddress address) {
        return new ClientAddress(address.toString());
    }

    /**
     * What limits count by: an IPv4 address as it is, of an IPv6 address the first 64 bits, because whoever has one has
     * them all. However an address is spelled, it has one key.
     */
    public String limitKey() {
        IpAddress address = IpAddress.read(text);
        if (address == null) {
            return text;
        }
        return address.isFour() ? address.toString() : address.prefix(BITS_OF_A_NETWORK) + "/" + BITS_OF_A_NETWORK;
    }

    @Override
    public String toString() {
        return text;
    }
}
