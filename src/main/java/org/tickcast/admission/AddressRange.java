package org.tickcast.admission;

import java.util.regex.Pattern;

/**
 * A range of addresses, or one: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, {@code 192.0.2.1}. A range of IPv6 holds no
 * IPv4 address, not even {@code ::/0}; {@code ::ffff:10.0.0.0/104} is {@code 10.0.0.0/8}.
 */
public final class AddressRange {

    private static final int ALL_BITS = 128;
    private static final int BITS_BEFORE_FOUR = 96;
    private static final Pattern LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");

    private final IpAddress first;
    private final int bits;

    private AddressRange(IpAddress first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        String start = slash < 0 ? text : text.substring(0, slash);
        IpAddress first = IpAddress.read(start);
        // The zone of a link-local address would be lost, and with it what was meant.
        if (first == null || start.indexOf('%') >= 0) {
            throw noRange(text);
        }
        int bits = slash < 0 ? ALL_BITS : bits(text, text.substring(slash + 1), start.indexOf(':') < 0);
        if (!first.prefix(bits).equals(first)) {
            throw new IllegalArgumentException(
                    '"' + text + "\" starts in the middle of a range: " + start + " has digits after its prefix");
        }
        return new AddressRange(first, bits);
    }

    private static int bits(String text, String length, boolean four) {
        if (!LENGTH.matcher(length).matches()) {
            throw noRange(text);
        }
        int bits = Integer.parseInt(length) + (four ? BITS_BEFORE_FOUR : 0);
        if (bits > ALL_BITS) {
            throw noRange(text);
        }
        return bits;
    }

    private static IllegalArgumentException noRange(String text) {
        return new IllegalArgumentException(
                '"' + text + "\" is not an address or a range such as 10.0.0.0/8 or 2001:db8::/32");
    }

    /** Whether every address of its kind is in it. */
    public boolean holdsEverybody() {
        return bits == (first.isFour() ? BITS_BEFORE_FOUR : 0);
    }

    /** Whether a client comes from it. What cannot be read is nowhere. */
    public boolean contains(ClientAddress client) {
        IpAddress address = IpAddress.read(client.text());
        return address != null && contains(address);
    }

    boolean contains(IpAddress address) {
        return address.isFour() == first.isFour() && address.prefix(bits).equals(first);
    }

    @Override
    public String toString() {
        return first.isFour() ? first + "/" + (bits - BITS_BEFORE_FOUR) : first + "/" + bits;
    }
}
