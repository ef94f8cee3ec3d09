package org.tickcast.hub.socket;

/**
 * How far behind a client of the hub may be; who is further behind is closed.
 *
 * @param frames so many may wait
 * @param characters so many may be in them together; one frame may always wait
 */
public record WaitingLimits(int frames, int characters) {

    public static final WaitingLimits DEFAULTS = new WaitingLimits(256, 512 * 1024);

    public WaitingLimits {
        atLeastOne("frames", frames);
        atLeastOne("characters", characters);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }
}
