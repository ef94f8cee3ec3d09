package org.tickcast.hub;

import java.time.InstantSource;

/**
 * The two times of a hub, which are the same until somebody sets the machine's clock.
 *
 * @param clock what people are shown, and what nodes tell each other
 * @param steady what waits goes by it; it never goes back, and never jumps
 */
public record HubTime(InstantSource clock, InstantSource steady) {

    /** Of a clock that nobody sets. */
    static HubTime of(InstantSource clock) {
        return new HubTime(clock, clock);
    }
}
