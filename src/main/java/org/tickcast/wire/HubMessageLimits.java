package org.tickcast.wire;

/**
 * How big what a client of the hub says may be.
 *
 * @param bytes of the whole message, in UTF-8
 * @param deepest how many objects and lists may be in each other
 * @param members of any one object
 * @param idCharacters of an id that a client made up
 * @param textCodePoints of a text that others are to read
 */
public record HubMessageLimits(int bytes, int deepest, int members, int idCharacters, int textCodePoints) {

    public static final HubMessageLimits DEFAULTS = new HubMessageLimits(16 * 1024, 8, 32, 64, 2_000);

    public HubMessageLimits {
        atLeastOne("bytes", bytes);
        atLeastOne("deepest", deepest);
        atLeastOne("members", members);
        atLeastOne("idCharacters", idCharacters);
        atLeastOne("textCodePoints", textCodePoints);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }
}
