package org.tickcast.bench.load;

/**
 * Who connects: so many in all, and how many of them behave otherwise than most.
 *
 * @param addresses from how many loopback addresses they come; 0 leaves the choice to the system
 */
record Crowd(int size, int frozen, int slow, int slowBytesPerSecond, int noPong, int verifying, int addresses) {

    Crowd {
        if (frozen + slow + noPong + verifying > size) {
            throw new IllegalArgumentException("There are fewer clients than those with a part of their own: " + size);
        }
    }

    Role role(int number) {
        if (number < frozen) {
            return Role.FROZEN;
        }
        if (number < frozen + slow) {
            return Role.SLOW;
        }
        if (number < frozen + slow + noPong) {
            return Role.NO_PONG;
        }
        return number < frozen + slow + noPong + verifying ? Role.VERIFYING : Role.READING;
    }

    /** The four bytes of the address from which this client comes. */
    byte[] address(int number) {
        int place = number % addresses;
        return new byte[] {127, (byte) (16 + place / 62_500), (byte) (1 + place / 250 % 250), (byte) (1 + place % 250)};
    }
}
